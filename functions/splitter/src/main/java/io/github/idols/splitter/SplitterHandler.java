package io.github.idols.splitter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.ObjectKeys;
import io.github.idols.cloud.S3Arrivals;
import io.github.idols.core.cost.Step;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Meter;
import io.github.idols.core.job.SplitVideo;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.video.VideoPlanning;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import org.jspecify.annotations.Nullable;

/** Called when a video has arrived. */
public final class SplitterHandler implements RequestHandler<S3Event, Void> {
  private final S3Arrivals<JobId> arrivals;

  /** As deployed. */
  public SplitterHandler() {
    this(
        Cloud.fromEnvironment(),
        new PlanVideo(new VideoGate(), new VideoPlanner(VideoPlanner.USUAL_SECONDS)));
  }

  /** On what the cloud has. */
  public SplitterHandler(Cloud cloud, VideoPlanning planning) {
    this(cloud.jobs(), cloud.jobFiles(), cloud.tasks(), planning, cloud.meter());
  }

  public SplitterHandler(
      Jobs jobs, JobFiles files, Tasks tasks, VideoPlanning planning, Meter meter) {
    SplitVideo splitter = new SplitVideo(jobs, files, tasks, planning);
    arrivals =
        new S3Arrivals<>(
            ObjectKeys::jobOf,
            job -> {
              boolean unused =
                  meter.measure(
                      job,
                      Step.SPLIT,
                      () -> {
                        splitter.split(job);
                        return true;
                      });
            });
  }

  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    arrivals.handle(event, context.getLogger());
    return null;
  }
}
