package io.github.idols.stitcher;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.Messages;
import io.github.idols.cloud.Messages.FancamTask;
import io.github.idols.cloud.Messages.StepTask;
import io.github.idols.cloud.Messages.WholeTask;
import io.github.idols.cloud.SqsBatch;
import io.github.idols.core.cost.Step;
import io.github.idols.core.fancam.FancamDrawing;
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
import io.github.idols.core.job.fancam.FancamWork;
import io.github.idols.core.job.fancam.StitchFancam;
import io.github.idols.core.label.VideoDrawing;
import io.github.idols.vision.render.CutFancam;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Called with steps of whole jobs. */
public final class StitcherHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final NameJob naming;
  private final JoinJob joining;
  private final StitchFancam stitching;
  private final GiveUp giveUp;
  private final SqsBatch<WholeTask> batch;

  /** As deployed. */
  public StitcherHandler() throws IOException {
    this(
        Cloud.fromEnvironment(),
        new DrawVideo(new VideoGate(), Font.bundled()),
        new CutFancam(new VideoGate()));
  }

  /** On what the cloud has. */
  public StitcherHandler(Cloud cloud, VideoDrawing drawing, FancamDrawing fancams) {
    this(
        cloud.jobs(),
        cloud.jobFiles(),
        cloud.tasks(),
        cloud.galleries(),
        cloud.fancams(cloud.tasks()),
        drawing,
        fancams,
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
      FancamWork fancamWork,
      VideoDrawing drawing,
      FancamDrawing fancams,
      Path temp,
      Meter meter) {
    Clock clock = Clock.systemUTC();
    naming = new NameJob(jobs, files, tasks, galleries, temp, clock);
    joining = new JoinJob(jobs, files, drawing, temp, clock);
    stitching = new StitchFancam(jobs, files, fancamWork, fancams, temp);
    giveUp = new GiveUp(jobs, clock);
    batch =
        new SqsBatch<>(
            Messages::wholeTask,
            task ->
                StitchResult.DONE == meter.measure(task.job(), measured(task), () -> stitch(task)),
            this::giveUp,
            task -> meter.words(task.job()).map(words -> "; the job so far: " + words).orElse(""));
  }

  private StitchResult stitch(WholeTask task) throws IOException {
    if (task instanceof FancamTask of) {
      stitching.stitch(of.job(), of.fancam());
      return StitchResult.DONE;
    }
    return switch (((StepTask) task).step()) {
      case NAME -> naming.name(task.job());
      case JOIN -> joining.join(task.job());
    };
  }

  private boolean giveUp(WholeTask task) {
    if (task instanceof FancamTask of) {
      return stitching.giveUp(of.job(), of.fancam());
    }
    return switch (((StepTask) task).step()) {
      case NAME -> giveUp.onJoining(task.job(), Fan.RECOGNIZE);
      case JOIN -> giveUp.onJoining(task.job(), Fan.RENDER);
    };
  }

  /** Which step's time it is added to; a fancam is joined as the annotated video is. */
  private static Step measured(WholeTask task) {
    if (task instanceof FancamTask) {
      return Step.JOIN;
    }
    return switch (((StepTask) task).step()) {
      case NAME -> Step.NAME;
      case JOIN -> Step.JOIN;
    };
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.handle(event, context.getLogger());
  }
}
