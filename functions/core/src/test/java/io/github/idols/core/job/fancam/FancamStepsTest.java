package io.github.idols.core.job.fancam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.job.CorrectJob;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.job.Interruption;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.JobsContract;
import io.github.idols.core.job.OwnedJobs;
import io.github.idols.core.job.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fancams of a finished film of three chunks, in which A is throughout and B in the second. */
class FancamStepsTest {
  private static final Optional<Secret> SECRET = Optional.of(new Secret("s".repeat(43)));
  private static final FancamId OF_A = FancamId.of("A", 0);

  private Path temp;

  @BeforeEach
  void begin(@TempDir Path folder) {
    temp = folder;
  }

  /** A finished film, and workers on its fancams. */
  private final class Studio {
    final Pipeline pipeline = new Pipeline(temp);
    final InMemoryFancams fancams = new InMemoryFancams(pipeline.jobs);
    final InMemoryFancamFiles files = new InMemoryFancamFiles();
    final InMemoryFancamTasks tasks = new InMemoryFancamTasks();
    final JobId id = pipeline.upload('a', FakeFilm.of(3), SECRET.orElseThrow().hash());
    final AskFancam asking;
    final StitchFancam stitching;
    final CutFancamChunk cutting;
    final FancamWork work;

    Studio(Interruption interruption) {
      pipeline.runAll(List.of(pipeline.arrival(id)));
      work =
          new FancamWork(
              interruption.watch(Fancams.class, fancams),
              interruption.watch(FancamFiles.class, files),
              interruption.watch(FancamTasks.class, tasks));
      OwnedJobs owned = new OwnedJobs(pipeline.jobs, JobsContract.clock());
      asking = new AskFancam(owned, fancams, files, tasks);
      stitching =
          new StitchFancam(
              interruption.watch(Jobs.class, pipeline.jobs),
              interruption.watch(JobFiles.class, pipeline.files),
              work,
              new FakeFancams(),
              temp);
      cutting =
          new CutFancamChunk(
              interruption.watch(JobFiles.class, pipeline.files), work, new FakeFancams(), temp);
    }

    Studio() {
      this(Interruption.none());
    }

    FancamId ask(String person) throws DeclinedException {
      return asking.ask(id, SECRET, person);
    }

    void run(InMemoryFancamTasks.Task task) throws IOException {
      if (task.chunk().isPresent()) {
        cutting.cut(task.job(), task.fancam(), task.chunk().getAsInt());
      } else {
        stitching.stitch(task.job(), task.fancam());
      }
    }

    /** Until nothing waits; what died comes again. */
    void runAll(Interruption interruption) throws IOException {
      Deque<InMemoryFancamTasks.Task> waiting = new ArrayDeque<>(tasks.take());
      while (!waiting.isEmpty()) {
        InMemoryFancamTasks.Task task = waiting.remove();
        try {
          run(task);
        } catch (Interruption.Died e) {
          interruption.replace();
          waiting.add(task);
        }
        waiting.addAll(tasks.take());
      }
    }

    void runAll() throws IOException {
      Deque<InMemoryFancamTasks.Task> waiting = new ArrayDeque<>(tasks.take());
      while (!waiting.isEmpty()) {
        run(waiting.remove());
        waiting.addAll(tasks.take());
      }
    }

    Fancam fancam(FancamId fancam) {
      return fancams.find(id, fancam).orElseThrow();
    }

    String text(FancamId fancam) {
      return new String(files.fancam(id, fancam).orElseThrow(), StandardCharsets.UTF_8);
    }
  }

  private void assertMade(Studio studio, String when) {
    Fancam made = studio.fancam(OF_A);
    assertEquals(Fancam.State.DONE, made.state(), when);
    assertEquals(List.of("A film has no sound."), made.notes(), when);
    assertEquals(
        "from 0|from 4|from 8",
        studio
            .text(OF_A)
            .lines()
            .filter(line -> line.startsWith("from"))
            .reduce("", FancamStepsTest::join),
        when);
    assertEquals(12, studio.text(OF_A).lines().filter(line -> line.contains("A at ")).count());
    assertEquals(1, studio.files.count(studio.id), "no work is left: " + when);
  }

  private static String join(String all, String next) {
    return all.isEmpty() ? next : all + "|" + next;
  }

  @Test
  void whatIsAskedForIsCutAndJoined() throws Exception {
    Studio studio = new Studio();
    assertEquals(OF_A, studio.ask("A"));
    assertEquals(Fancam.asked("A", 0, 3), studio.fancam(OF_A));
    studio.runAll();
    assertMade(studio, "undisturbed");
  }

  @Test
  void askingTwiceAsksForOne() throws Exception {
    Studio studio = new Studio();
    studio.ask("A");
    studio.ask("A");
    studio.runAll();
    studio.ask("A");
    studio.runAll();
    assertMade(studio, "asked three times");
    assertEquals(1, studio.fancams.of(studio.id).size());
  }

  @Test
  void whoIsOnNoFrameHasNone() throws Exception {
    Studio studio = new Studio();
    FancamId nobody = studio.ask("C");
    studio.runAll();
    assertEquals(Optional.of("C is on no frame of this video."), studio.fancam(nobody).reason());
    assertEquals(0, studio.files.count(studio.id));
  }

  @Test
  void onlyTheMakerMayAskAndDelete() throws Exception {
    Studio studio = new Studio();
    Optional<Secret> anothers = Optional.of(new Secret("t".repeat(43)));
    DeclinedException asking =
        assertThrows(DeclinedException.class, () -> studio.asking.ask(studio.id, anothers, "A"));
    assertEquals(Why.NOT_FOUND, asking.why());
    studio.ask("A");
    DeclinedException deleting =
        assertThrows(
            DeclinedException.class, () -> studio.asking.delete(studio.id, anothers, OF_A));
    assertEquals(Why.NOT_FOUND, deleting.why());
    assertTrue(studio.fancam(OF_A).isWorking());
  }

  @Test
  void waitsUntilTheVideoIsFinishedAndNamed() throws Exception {
    Studio studio = new Studio();
    JobId early = studio.pipeline.upload('b', FakeFilm.of(1), SECRET.orElseThrow().hash());
    DeclinedException unfinished =
        assertThrows(DeclinedException.class, () -> studio.asking.ask(early, SECRET, "A"));
    assertEquals("A fancam can be made as soon as the video is finished.", unfinished.getMessage());

    correct(studio);
    DeclinedException behind = assertThrows(DeclinedException.class, () -> studio.ask("A"));
    assertEquals(
        "The names of this video are being worked on: try again in a moment.", behind.getMessage());
  }

  private static void correct(Studio studio) throws DeclinedException {
    Pipeline pipeline = studio.pipeline;
    new CorrectJob(
            new OwnedJobs(pipeline.jobs, JobsContract.clock()),
            pipeline.jobs,
            pipeline.tasks,
            pipeline.galleries,
            JobsContract.clock())
        .say(studio.id, SECRET, Set.of(0), "B", true);
  }

  @Test
  void aFancamGoesByTheNamesOfWhenItWasAskedForAndIsReplacedByNewerOnes() throws Exception {
    Studio studio = new Studio();
    FancamId before = studio.ask("B");
    studio.stitching.stitch(studio.id, before);
    correct(studio);
    studio.pipeline.runAll(studio.pipeline.sent());
    studio.runAll();
    assertEquals(Fancam.State.DONE, studio.fancam(before).state());
    String old = studio.text(before);

    FancamId after = studio.ask("B");
    studio.runAll();
    assertEquals(List.of(studio.fancam(after)), studio.fancams.of(studio.id));
    assertEquals(Optional.empty(), studio.files.fancam(studio.id, before));
    assertFalse(old.equals(studio.text(after)), "B is elsewhere, too, now");
  }

  @Test
  void whatFailedIsTriedAnew() throws Exception {
    Studio studio = new Studio();
    studio.ask("A");
    studio.stitching.stitch(studio.id, OF_A);
    studio.cutting.cut(studio.id, OF_A, 1);
    assertFalse(studio.cutting.giveUp(studio.id, OF_A, 1), "that one is done");
    assertFalse(studio.cutting.giveUp(studio.id, OF_A, 3), "there is none");
    assertTrue(studio.cutting.giveUp(studio.id, OF_A, 2));
    assertFalse(studio.stitching.giveUp(studio.id, OF_A));
    assertEquals(
        Optional.of("A part of the fancam could not be made, after 3 tries. Make it again."),
        studio.fancam(OF_A).reason());
    studio.runAll();
    assertEquals(Fancam.State.FAILED, studio.fancam(OF_A).state());

    studio.ask("A");
    studio.runAll();
    assertMade(studio, "asked again");
  }

  @Test
  void someAreMadeAtATimeAndAllInAll() throws Exception {
    Studio studio = new Studio();
    for (int i = 0; i < Fancams.MOST_WORKING; i++) {
      studio.ask("person " + i);
    }
    DeclinedException busy = assertThrows(DeclinedException.class, () -> studio.ask("A"));
    assertEquals("3 fancams are being made: ask again when one is done.", busy.getMessage());
    studio.runAll();
    for (int i = Fancams.MOST_WORKING; i < Fancams.MOST; i++) {
      studio.ask("person " + i);
      studio.runAll();
    }
    DeclinedException full = assertThrows(DeclinedException.class, () -> studio.ask("A"));
    assertEquals("This video has 20 fancams already: delete one first.", full.getMessage());
  }

  @Test
  void deletionLeavesNothing() throws Exception {
    Studio studio = new Studio();
    studio.ask("A");
    studio.runAll();
    studio.asking.delete(studio.id, SECRET, OF_A);
    assertEquals(0, studio.files.count(studio.id));
    assertEquals(List.of(), studio.fancams.of(studio.id));
    DeclinedException twice =
        assertThrows(DeclinedException.class, () -> studio.asking.delete(studio.id, SECRET, OF_A));
    assertEquals("There is no such fancam any more.", twice.getMessage());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerMayDieAtEachCall(boolean after) throws Exception {
    int last =
        Interruption.atEachCall(
            1,
            at -> Interruption.death(at, after),
            (death, call) -> {
              Studio studio = new Studio(death);
              studio.ask("A");
              studio.runAll(death);
              assertMade(studio, "death at call " + call);
            });
    assertTrue(last > 25, "calls were interrupted");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allMayDieAtEachCallWithAllMessagesLost(boolean after) throws Exception {
    Interruption.atEachCall(
        1,
        at -> Interruption.death(at, after),
        (death, call) -> {
          Studio studio = new Studio(death);
          studio.ask("A");
          try {
            studio.runAll();
          } catch (Interruption.Died e) {
            death.replace();
            studio.tasks.take();
            studio.work.resume();
            studio.runAll();
          }
          assertEquals(Fancam.State.DONE, studio.fancam(OF_A).state(), "death at call " + call);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theJobMayBeDeletedAtEachCallAndLeavesNothing(boolean after) throws Exception {
    List<Runnable> deleting = new ArrayList<>();
    Interruption.atEachCall(
        1,
        at -> Interruption.event(at, after, () -> deleting.get(0).run()),
        (deletion, call) -> {
          deleting.clear();
          Studio studio = new Studio(deletion);
          studio.ask("A");
          deleting.add(
              () -> {
                studio.pipeline.delete(studio.id);
                studio.files.deleteAll(studio.id);
              });
          runToTheEnd(studio);
          if (deletion.happened()) {
            assertEquals(0, studio.files.count(studio.id), "deleted at call " + call);
            assertEquals(List.of(), studio.fancams.working(), "deleted at call " + call);
          }
        });
  }

  /** What fails because its job is gone comes again, as from a queue. */
  private static void runToTheEnd(Studio studio) {
    Deque<InMemoryFancamTasks.Task> waiting = new ArrayDeque<>(studio.tasks.take());
    for (int round = 0; !waiting.isEmpty(); round++) {
      assertTrue(round < 1000, "there is no end");
      InMemoryFancamTasks.Task task = waiting.remove();
      try {
        studio.run(task);
      } catch (IOException e) {
        waiting.add(task);
      }
      waiting.addAll(studio.tasks.take());
    }
  }

  @Test
  void messagesMayComeTwiceAndInAnyOrder() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Studio studio = new Studio();
      studio.ask("A");
      List<InMemoryFancamTasks.Task> waiting = new ArrayList<>(studio.tasks.take());
      while (!waiting.isEmpty()) {
        InMemoryFancamTasks.Task task = waiting.get(random.nextInt(waiting.size()));
        if (random.nextInt(3) > 0) {
          waiting.remove(task);
        }
        studio.run(task);
        waiting.addAll(studio.tasks.take());
      }
      assertMade(studio, "seed " + seed);
    }
  }

  @Test
  void aMessageOfNothingIsDropped() throws Exception {
    Studio studio = new Studio();
    JobId nobody = JobId.random(new SecureRandom());
    studio.stitching.stitch(nobody, OF_A);
    studio.cutting.cut(nobody, OF_A, 0);
    studio.cutting.cut(studio.id, OF_A, 0);
    assertEquals(List.of(), studio.tasks.take());
  }
}
