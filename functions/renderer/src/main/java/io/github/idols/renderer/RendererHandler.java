package io.github.idols.renderer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.Messages;
import io.github.idols.cloud.Messages.ChunkTask;
import io.github.idols.cloud.SqsBatch;
import io.github.idols.core.cost.Step;
import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.job.Fan;
import io.github.idols.core.job.GiveUp;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Meter;
import io.github.idols.core.job.RenderJobChunk;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.job.fancam.CutFancamChunk;
import io.github.idols.core.job.fancam.FancamWork;
import io.github.idols.core.label.PictureDrawing;
import io.github.idols.vision.render.CutFancam;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Called with chunks. */
public final class RendererHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final SqsBatch<ChunkTask> batch;

  /** As deployed. */
  public RendererHandler() throws IOException {
    this(
        Cloud.fromEnvironment(),
        new DrawVideo(new VideoGate(), Font.bundled()),
        new CutFancam(new VideoGate()));
  }

  /** On what the cloud has. */
  public RendererHandler(Cloud cloud, PictureDrawing drawing, FancamDrawing fancams) {
    this(
        cloud.jobs(),
        cloud.jobFiles(),
        cloud.tasks(),
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
  public RendererHandler(
      Jobs jobs,
      JobFiles files,
      Tasks tasks,
      FancamWork fancamWork,
      PictureDrawing drawing,
      FancamDrawing fancams,
      Path temp,
      Meter meter) {
    RenderJobChunk rendering = new RenderJobChunk(jobs, files, tasks, drawing, temp);
    CutFancamChunk cutting = new CutFancamChunk(files, fancamWork, fancams, temp);
    GiveUp giveUp = new GiveUp(jobs, Clock.systemUTC());
    batch =
        new SqsBatch<>(
            Messages::chunkTask,
            task ->
                meter.measure(
                    task.job(),
                    Step.RENDER,
                    () -> {
                      if (task.fancam().isPresent()) {
                        cutting.cut(task.job(), task.fancam().get(), task.chunk());
                      } else {
                        rendering.render(task.job(), task.chunk());
                      }
                      return true;
                    }),
            task ->
                task.fancam().isPresent()
                    ? cutting.giveUp(task.job(), task.fancam().get(), task.chunk())
                    : giveUp.onChunk(task.job(), Fan.RENDER, task.chunk()));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.handle(event, context.getLogger());
  }
}
