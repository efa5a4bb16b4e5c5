package io.github.idols.stitcher;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.Messages;
import io.github.idols.cloud.Messages.StepTask;
import io.github.idols.cloud.SqsBatch;
import io.github.idols.core.cost.Step;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.job.Fan;
import io.github.idols.core.job.GiveUp;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.JoinJob;
import io.github.idols.core.job.Meter;
import io.github.idols.core.job.NameJob;
import io.github.idols.core.job.StitchResult;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.label.VideoDrawing;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Called with steps of whole jobs. */
public final class StitcherHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final SqsBatch<StepTask> batch;

  /** As deployed. */
  public StitcherHandler() throws IOException {
    this(Cloud.fromEnvironment(), new DrawVideo(new VideoGate(), Font.bundled()));
  }

  /** On what the cloud has. */
  public StitcherHandler(Cloud cloud, VideoDrawing drawing) {
    this(
        cloud.jobs(),
        cloud.jobFiles(),
        cloud.tasks(),
        cloud.galleries(),
        drawing,
        Path.of(System.getProperty("java.io.tmpdir")),
        cloud.meter());
  }

  /**
   * For whoever has the parts.
   *
   * @param temp folder for files that are removed again
   */
  public StitcherHandler(
      Jobs jobs,
      JobFiles files,
      Tasks tasks,
      Galleries galleries,
      VideoDrawing drawing,
      Path temp,
      Meter meter) {
    Clock clock = Clock.systemUTC();
    NameJob naming = new NameJob(jobs, files, tasks, galleries, temp, clock);
    JoinJob joining = new JoinJob(jobs, files, drawing, temp, clock);
    GiveUp giveUp = new GiveUp(jobs, clock);
    batch =
        new SqsBatch<>(
            Messages::stepTask,
            task ->
                StitchResult.DONE
                    == switch (task.step()) {
                      case NAME ->
                          meter.measure(task.job(), Step.NAME, () -> naming.name(task.job()));
                      case JOIN ->
                          meter.measure(task.job(), Step.JOIN, () -> joining.join(task.job()));
                    },
            task -> giveUp.onJoining(task.job(), after(task)),
            task -> meter.words(task.job()).map(words -> "; the job so far: " + words).orElse(""));
  }

  private static Fan after(StepTask task) {
    return switch (task.step()) {
      case NAME -> Fan.RECOGNIZE;
      case JOIN -> Fan.RENDER;
    };
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.handle(event, context.getLogger());
  }
}
