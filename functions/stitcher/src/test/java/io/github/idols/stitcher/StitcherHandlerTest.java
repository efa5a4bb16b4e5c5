package io.github.idols.stitcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.cloud.Sample;
import io.github.idols.core.cost.Step;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.job.Fan;
import io.github.idols.core.job.InMemoryTasks.Task;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.Pipeline;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.fancam.FakeFancams;
import io.github.idols.core.job.fancam.Fancam;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.job.fancam.FancamWork;
import io.github.idols.core.job.fancam.InMemoryFancamFiles;
import io.github.idols.core.job.fancam.InMemoryFancamTasks;
import io.github.idols.core.job.fancam.InMemoryFancams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitcherHandlerTest {
  private static final JobId ID = new JobId("Zk3vX0nq8mR2tYbW5sLd1A");
  private static final SQSEvent NAME = Sample.messages("sqs-stitch.json");
  private static final String MESSAGE = NAME.getRecords().get(0).getMessageId();

  private final Sample.Call call = new Sample.Call();
  private Pipeline pipeline;
  private final InMemoryFancamTasks fancamTasks = new InMemoryFancamTasks();
  private InMemoryFancams fancams;
  private StitcherHandler stitcher;

  @BeforeEach
  void begin(@TempDir Path temp) throws IOException {
    pipeline = new Pipeline(temp);
    fancams = new InMemoryFancams(pipeline.jobs);
    stitcher =
        new StitcherHandler(
            pipeline.jobs,
            pipeline.files,
            pipeline.tasks,
            pipeline.galleries,
            new FancamWork(fancams, new InMemoryFancamFiles(), fancamTasks),
            new FakeFilm(),
            new FakeFancams(),
            temp,
            pipeline.meter());
    pipeline.upload(ID, FakeFilm.of(2));
    pipeline.arrival(ID).run();
    runAllBut(Task.Name.class);
  }

  @Test
  void namesAVideoOfWhichEachChunkIsRecognizedAndJoinsItOnceItIsDrawn() throws IOException {
    assertEquals(List.of(), Sample.failed(stitcher.handleRequest(NAME, call)));
    assertEquals(JobState.RENDERING, pipeline.job(ID).state());
    assertTrue(pipeline.result(ID, ResultFile.CSV).contains(",A"));

    runAllBut(Task.Join.class);
    SQSEvent join =
        Sample.batch(Sample.message("m", "{\"job\":\"" + ID + "\",\"step\":\"join\"}", 1));
    assertEquals(List.of(), Sample.failed(stitcher.handleRequest(join, call)));
    assertEquals(JobState.DONE, pipeline.job(ID).state());
    assertEquals(Pipeline.ONE_RUN, pipeline.job(ID).usage().of(Step.NAME));
    assertEquals(Pipeline.ONE_RUN, pipeline.job(ID).usage().of(Step.JOIN));
    assertTrue(call.log().contains("done; the job so far: "), call.log());
    assertTrue(call.log().contains(" cents (computing "), call.log());
  }

  @Test
  void sharesAFancamOutToBeCutAndGivesItUpAloneAfterThreeTries() {
    assertEquals(List.of(), Sample.failed(stitcher.handleRequest(NAME, call)));
    FancamId fancam = FancamId.of("A", 0);
    fancams.ask(
        pipeline.job(ID),
        new Fancam(fancam, "A", 0, 2, Fancam.State.WORKING, Set.of(), Optional.empty(), List.of()));
    String message = "{\"job\":\"%s\",\"step\":\"fancam\",\"fancam\":\"%s\"}".formatted(ID, fancam);

    SQSEvent first = Sample.batch(Sample.message("m", message, 1));
    assertEquals(List.of(), Sample.failed(stitcher.handleRequest(first, call)));
    assertEquals(
        List.of(
            new InMemoryFancamTasks.Task(ID, fancam, OptionalInt.of(0)),
            new InMemoryFancamTasks.Task(ID, fancam, OptionalInt.of(1))),
        fancamTasks.take());

    SQSEvent fourth = Sample.batch(Sample.message("m", message, 4));
    assertEquals(List.of("m"), Sample.failed(stitcher.handleRequest(fourth, call)));
    assertEquals(Fancam.State.FAILED, fancams.find(ID, fancam).orElseThrow().state());
    assertEquals(JobState.RENDERING, pipeline.job(ID).state());
  }

  @Test
  void comesBackLaterWhereAnotherIsAtIt() {
    Instant now = Instant.now();
    assertTrue(pipeline.jobs.claim(ID, Fan.RECOGNIZE, now, now.plusSeconds(60)));

    assertEquals(List.of(MESSAGE), Sample.failed(stitcher.handleRequest(NAME, call)));
    assertEquals(JobState.RECOGNIZING, pipeline.job(ID).state());
    assertTrue(call.log().contains("to come again"), call.log());
  }

  @Test
  void givesUpAfterThreeTriesButNotWhileAnotherIsAtIt() {
    Instant now = Instant.now();
    pipeline.jobs.claim(ID, Fan.RECOGNIZE, now, now.plusSeconds(60));
    SQSEvent fourth = Sample.delivered(4, "sqs-stitch.json");

    assertEquals(List.of(MESSAGE), Sample.failed(stitcher.handleRequest(fourth, call)));
    assertEquals(JobState.RECOGNIZING, pipeline.job(ID).state());

    pipeline.jobs.release(ID);
    SQSBatchResponse given = stitcher.handleRequest(fourth, call);
    assertEquals(List.of(MESSAGE), Sample.failed(given));
    Job job = pipeline.job(ID);
    assertEquals(JobState.FAILED, job.state());
    assertEquals(
        "A part of the video could not be processed, after 3 tries. Upload it again.",
        job.reason().orElseThrow());
  }

  @Test
  void dropsADeletedJobsMessageButNotOneThatNobodyUnderstands() {
    SQSEvent both =
        Sample.batch(
            Sample.message("a", "{\"job\":\"aaaaaaaaaaaaaaaaaaaaaa\",\"step\":\"name\"}", 1),
            Sample.message("b", "{\"job\":\"" + ID + "\"}", 1));
    assertEquals(List.of("b"), Sample.failed(stitcher.handleRequest(both, call)));
    assertTrue(call.log().contains("A message has no step that is known."), call.log());
  }

  @Test
  void doesNothingASecondTime() {
    stitcher.handleRequest(NAME, call);
    pipeline.tasks.take();
    String labels = pipeline.result(ID, ResultFile.JSON);

    assertEquals(List.of(), Sample.failed(stitcher.handleRequest(NAME, call)));
    assertEquals(labels, pipeline.result(ID, ResultFile.JSON));
  }

  /** Works on what waits; a message of this kind is left for the stitcher. */
  private void runAllBut(Class<? extends Task> left) throws IOException {
    for (List<Task> tasks = pipeline.tasks.take();
        !tasks.isEmpty();
        tasks = pipeline.tasks.take()) {
      for (Task task : tasks) {
        if (!left.isInstance(task)) {
          pipeline.run(task);
        }
      }
    }
  }
}
