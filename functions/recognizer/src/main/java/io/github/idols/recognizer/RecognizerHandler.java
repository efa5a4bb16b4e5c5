package io.github.idols.recognizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.Messages;
import io.github.idols.cloud.Messages.ChunkTask;
import io.github.idols.cloud.SqsBatch;
import io.github.idols.core.cost.Step;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.job.Fan;
import io.github.idols.core.job.GiveUp;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Meter;
import io.github.idols.core.job.RecognizeJobChunk;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.RecognizeVideo;
import io.github.idols.vision.video.VideoGate;
import java.time.Clock;

/** Called with chunks. Closing it closes its recogniser. */
public final class RecognizerHandler
    implements RequestHandler<SQSEvent, SQSBatchResponse>, AutoCloseable {
  private final ChunkRecognizer recognizer;
  private final SqsBatch<ChunkTask> batch;

  /** As deployed. */
  public RecognizerHandler() {
    this(Cloud.fromEnvironment(), new RecognizeVideo(new VideoGate(), new FaceModels()));
  }

  /** On what the cloud has. */
  public RecognizerHandler(Cloud cloud, ChunkRecognizer recognizer) {
    this(
        cloud.jobs(),
        cloud.jobFiles(),
        cloud.tasks(),
        cloud.galleries(),
        recognizer,
        cloud.meter());
  }

  public RecognizerHandler(
      Jobs jobs,
      JobFiles files,
      Tasks tasks,
      Galleries galleries,
      ChunkRecognizer recognizer,
      Meter meter) {
    this.recognizer = recognizer;
    RecognizeJobChunk work = new RecognizeJobChunk(jobs, files, tasks, galleries, recognizer);
    GiveUp giveUp = new GiveUp(jobs, Clock.systemUTC());
    batch =
        new SqsBatch<>(
            Messages::chunkTask,
            task ->
                meter.measure(
                    task.job(),
                    Step.RECOGNIZE,
                    () -> {
                      work.recognize(task.job(), task.chunk());
                      return true;
                    }),
            task -> giveUp.onChunk(task.job(), Fan.RECOGNIZE, task.chunk()));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.handle(event, context.getLogger());
  }

  @Override
  public void close() {
    recognizer.close();
  }
}
