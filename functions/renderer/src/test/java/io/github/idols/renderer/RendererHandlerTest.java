package io.github.idols.renderer;

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
import io.github.idols.core.job.fancam.FakeFancams;
import io.github.idols.core.job.fancam.Fancam;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.job.fancam.FancamWork;
import io.github.idols.core.job.fancam.InMemoryFancamFiles;
import io.github.idols.core.job.fancam.InMemoryFancamTasks;
import io.github.idols.core.job.fancam.InMemoryFancams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererHandlerTest {
  private static final JobId ID = new JobId("Zk3vX0nq8mR2tYbW5sLd1A");

  /** About chunk 2. */
  private static final SQSEvent MESSAGE = Sample.messages("sqs-render.json");

  private final Sample.Call call = new Sample.Call();
  private Pipeline pipeline;
  private InMemoryFancams fancams;
  private InMemoryFancamFiles fancamFiles;
  private InMemoryFancamTasks fancamTasks;
  private RendererHandler renderer;

  @BeforeEach
  void begin(@TempDir Path temp) {
    pipeline = new Pipeline(temp);
    fancams = new InMemoryFancams(pipeline.jobs);
    fancamFiles = new InMemoryFancamFiles();
    fancamTasks = new InMemoryFancamTasks();
    renderer =
        new RendererHandler(
            pipeline.jobs,
            pipeline.files,
            pipeline.tasks,
            new FancamWork(fancams, fancamFiles, fancamTasks),
            new FakeFilm(),
            new FakeFancams(),
            temp,
            pipeline.meter());
  }

  @Test
  void drawsAChunkAndTellsOfTheLast() throws IOException {
    name();
    assertEquals(List.of(), Sample.failed(renderer.handleRequest(MESSAGE, call)));
    assertEquals(Set.of(2), pipeline.job(ID).rendered());
    assertEquals(Pipeline.ONE_RUN, pipeline.job(ID).usage().of(Step.RENDER));
    assertEquals(List.of(), pipeline.tasks.take());

    SQSEvent others = Sample.batch(chunk("a", 0), chunk("b", 1));
    assertEquals(List.of(), Sample.failed(renderer.handleRequest(others, call)));
    assertEquals(List.of(new Task.Join(ID)), pipeline.tasks.take());
  }

  @Test
  void aMessageThatNobodyUnderstandsTakesNoOtherWithIt() throws IOException {
    name();
    SQSEvent both = Sample.batch(Sample.message("a", "{\"job\":\"" + ID + "\"}", 1), chunk("b", 0));
    assertEquals(List.of("a"), Sample.failed(renderer.handleRequest(both, call)));
    assertEquals(Set.of(0), pipeline.job(ID).rendered());
    assertTrue(call.log().contains("A message has no number of a chunk."), call.log());
  }

  @Test
  void theJobEndsWhenAChunkCameThreeTimesInVainAndItsLabelsStay() throws IOException {
    name();
    SQSEvent fourth = Sample.delivered(4, "sqs-render.json");
    assertEquals(
        List.of("19dd0b57-b21e-4ac1-bd88-01bbb068cb78"),
        Sample.failed(renderer.handleRequest(fourth, call)));
    Job job = pipeline.job(ID);
    assertEquals(JobState.FAILED, job.state());
    assertEquals(
        "A part of the video could not be processed, after 3 tries. Upload it again.",
        job.reason().orElseThrow());
    assertEquals(5, pipeline.results(ID).size(), "its labels stay");
  }

  @Test
  void cutsAChunkOfAFancamAndTellsOfTheLast() throws IOException {
    FancamId fancam = askForFancam();
    SQSEvent first = Sample.batch(cut("a", fancam, 0), cut("b", fancam, 1));
    assertEquals(List.of(), Sample.failed(renderer.handleRequest(first, call)));
    assertEquals(Set.of(0, 1), fancams.find(ID, fancam).orElseThrow().cut());
    assertEquals(List.of(), fancamTasks.take());
    assertEquals(Set.of(), pipeline.job(ID).rendered(), "nothing is drawn by it");

    SQSEvent last = Sample.batch(cut("c", fancam, 2));
    assertEquals(List.of(), Sample.failed(renderer.handleRequest(last, call)));
    assertEquals(
        List.of(new InMemoryFancamTasks.Task(ID, fancam, OptionalInt.empty())), fancamTasks.take());
  }

  @Test
  void aFancamEndsWhenAChunkCameThreeTimesInVainAndItsJobGoesOn() throws IOException {
    FancamId fancam = askForFancam();
    SQSEvent fourth =
        Sample.batch(
            Sample.message(
                "a", "{\"job\":\"%s\",\"chunk\":2,\"fancam\":\"%s\"}".formatted(ID, fancam), 4));
    assertEquals(List.of("a"), Sample.failed(renderer.handleRequest(fourth, call)));
    assertEquals(Fancam.State.FAILED, fancams.find(ID, fancam).orElseThrow().state());
    assertEquals(JobState.RENDERING, pipeline.job(ID).state());
  }

  private FancamId askForFancam() throws IOException {
    name();
    FancamId fancam = FancamId.of("A", 0);
    fancams.ask(
        pipeline.job(ID),
        new Fancam(fancam, "A", 0, 3, Fancam.State.WORKING, Set.of(), Optional.empty(), List.of()));
    fancamFiles.saveNamed(ID, fancam, pipeline.files.named(ID));
    return fancam;
  }

  private static SQSEvent.SQSMessage cut(String id, FancamId fancam, int chunk) {
    return Sample.message(
        id, "{\"job\":\"%s\",\"chunk\":%d,\"fancam\":\"%s\"}".formatted(ID, chunk, fancam), 1);
  }

  @Test
  void aDeletedJobsMessageIsDropped() {
    assertEquals(List.of(), Sample.failed(renderer.handleRequest(MESSAGE, call)));
    assertEquals(List.of(), pipeline.tasks.take());
  }

  /** Three chunks wait to be drawn. */
  private void name() throws IOException {
    pipeline.upload(ID, FakeFilm.of(3));
    pipeline.arrival(ID).run();
    for (Task task : pipeline.tasks.take()) {
      pipeline.run(task);
    }
    pipeline.run(new Task.Name(ID));
    pipeline.tasks.take();
    assertEquals(JobState.RENDERING, pipeline.job(ID).state());
  }

  private static SQSEvent.SQSMessage chunk(String id, int chunk) {
    return Sample.message(id, "{\"job\":\"" + ID + "\",\"chunk\":" + chunk + "}", 1);
  }
}
