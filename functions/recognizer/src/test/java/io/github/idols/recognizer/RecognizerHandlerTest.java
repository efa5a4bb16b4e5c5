package io.github.idols.recognizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.cloud.Sample;
import io.github.idols.core.cost.Step;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.job.InMemoryTasks.Task;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizerHandlerTest {
  private static final JobId ID = new JobId("Zk3vX0nq8mR2tYbW5sLd1A");

  /** About chunk 2. */
  private static final SQSEvent MESSAGE = Sample.messages("sqs-recognize.json");

  private final Sample.Call call = new Sample.Call();
  private Pipeline pipeline;
  private RecognizerHandler recognizer;

  @BeforeEach
  void begin(@TempDir Path temp) {
    pipeline = new Pipeline(temp);
    recognizer =
        new RecognizerHandler(
            pipeline.jobs,
            pipeline.files,
            pipeline.tasks,
            pipeline.galleries,
            new FakeFilm(),
            pipeline.meter());
  }

  @Test
  void recognizesAChunkAndTellsOfTheLast() throws IOException {
    split();
    assertEquals(List.of(), Sample.failed(recognizer.handleRequest(MESSAGE, call)));
    assertEquals(Set.of(2), pipeline.job(ID).recognized());
    assertEquals(Pipeline.ONE_RUN, pipeline.job(ID).usage().of(Step.RECOGNIZE));
    assertEquals(List.of(), pipeline.tasks.take());

    assertEquals(
        List.of(),
        Sample.failed(
            recognizer.handleRequest(Sample.batch(chunk("a", 0, 1), chunk("b", 1, 1)), call)));
    assertEquals(List.of(new Task.Name(ID)), pipeline.tasks.take());
  }

  @Test
  void aChunkThatTheVideoDoesNotHaveTakesNoOtherWithIt() throws IOException {
    split();
    assertEquals(
        List.of("a"),
        Sample.failed(
            recognizer.handleRequest(Sample.batch(chunk("a", 9, 1), chunk("b", 0, 1)), call)));
    assertEquals(Set.of(0), pipeline.job(ID).recognized());
  }

  @Test
  void theJobEndsWhenAChunkCameThreeTimesInVain() throws IOException {
    split();
    assertEquals(
        List.of("19dd0b57-b21e-4ac1-bd88-01bbb068cb78"),
        Sample.failed(recognizer.handleRequest(Sample.delivered(4, "sqs-recognize.json"), call)));
    Job job = pipeline.job(ID);
    assertEquals(JobState.FAILED, job.state());
    assertEquals(
        "A part of the video could not be processed, after 3 tries. Upload it again.",
        job.reason().orElseThrow());
    assertTrue(call.log().contains("given up"), call.log());
  }

  @Test
  void aDeletedJobsMessageIsDropped() {
    assertEquals(List.of(), Sample.failed(recognizer.handleRequest(MESSAGE, call)));
    assertEquals(List.of(), pipeline.tasks.take());
  }

  /** Three chunks wait to be recognised. */
  private void split() throws IOException {
    pipeline.upload(ID, FakeFilm.of(3));
    pipeline.arrival(ID).run();
    assertEquals(3, pipeline.tasks.take().size());
  }

  private static SQSEvent.SQSMessage chunk(String id, int chunk, int deliveries) {
    return Sample.message(id, "{\"job\":\"" + ID + "\",\"chunk\":" + chunk + "}", deliveries);
  }
}
