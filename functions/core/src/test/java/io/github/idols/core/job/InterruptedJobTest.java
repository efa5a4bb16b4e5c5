package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.gallery.InMemoryPictureFiles;
import io.github.idols.core.gallery.PictureKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes between, a job ends as if nothing had come between. */
class InterruptedJobTest {
  private static final int CHUNKS = 3;

  private Path temp;
  private Job expected;
  private Map<String, String> expectedResults;

  @BeforeEach
  void runUndisturbed(@TempDir Path folder) {
    temp = folder;
    Pipeline pipeline = new Pipeline(temp, Interruption.none());
    JobId id = pipeline.upload('a', FakeFilm.of(CHUNKS));
    pipeline.runAll(List.of(pipeline.arrival(id)));
    expected = pipeline.job(id);
    expectedResults = pipeline.results(id);
    assertEquals(ResultFile.values().length, expectedResults.size());
  }

  private void assertAsUndisturbed(Pipeline pipeline, JobId id, String when) {
    assertEquals(expected, pipeline.job(id), when);
    assertEquals(expectedResults, pipeline.results(id), when);
    assertFalse(pipeline.hasRendered(id, temp), when);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerMayDieAtEachCall(boolean after) throws Exception {
    int last =
        Interruption.atEachCall(
            1,
            at -> Interruption.death(at, after),
            (death, call) -> {
              Pipeline pipeline = new Pipeline(temp, death);
              JobId id = pipeline.upload('a', FakeFilm.of(CHUNKS));

              pipeline.runAll(List.of(pipeline.arrival(id)));

              assertAsUndisturbed(pipeline, id, "death at call " + call);
            });
    assertTrue(last > 50, "calls were interrupted");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allMayDieAtEachCallWithAllMessagesLost(boolean after) throws Exception {
    Interruption.atEachCall(
        1,
        at -> Interruption.death(at, after),
        (death, call) -> {
          Pipeline pipeline = new Pipeline(temp, death);
          JobId id = pipeline.upload('a', FakeFilm.of(CHUNKS));
          List<Pipeline.Delivery> waiting = new ArrayList<>(List.of(pipeline.arrival(id)));
          try {
            while (!waiting.isEmpty()) {
              waiting.remove(0).run();
              waiting.addAll(pipeline.sent());
            }
          } catch (Interruption.Died e) {
            death.replace();
            pipeline.tasks.take();
            pipeline.runAll(resume(pipeline));
          }
          assertEquals(expected, pipeline.job(id), "death at call " + call);
          assertEquals(expectedResults, pipeline.results(id), "death at call " + call);
        });
  }

  /** Everything that a start sets going; claims of the dead are in nobody's way. */
  private static List<Pipeline.Delivery> resume(Pipeline pipeline) throws IOException {
    List<Pipeline.Delivery> arrivals = new ArrayList<>();
    new ResumeJobs(
            pipeline.jobs,
            pipeline.files,
            pipeline.tasks,
            pipeline.galleries,
            new InMemoryPictureFiles(),
            new ResumeJobs.Again() {
              @Override
              public void split(JobId job) {
                arrivals.add(pipeline.arrival(job));
              }

              @Override
              public void enroll(PictureKey picture) {
                throw new IllegalStateException("no picture waits");
              }
            })
        .resume();
    arrivals.addAll(pipeline.sent());
    return arrivals;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJobMayBeDeletedAtEachCallAndLeavesNothing(boolean after) throws Exception {
    List<Runnable> deleting = new ArrayList<>();
    int last =
        Interruption.atEachCall(
            1,
            at -> Interruption.event(at, after, () -> deleting.get(0).run()),
            (deletion, call) -> {
              deleting.clear();
              Pipeline pipeline = new Pipeline(temp, deletion);
              JobId id = pipeline.upload('a', FakeFilm.of(CHUNKS));
              deleting.add(() -> pipeline.delete(id));

              pipeline.runAll(List.of(pipeline.arrival(id)));

              if (deletion.happened()) {
                assertTrue(pipeline.files.isEmpty(id), "deleted at call " + call);
                assertTrue(pipeline.jobs.find(id).isEmpty(), "deleted at call " + call);
              }
            });
    assertTrue(last > 50, "it was deleted on the way");
  }

  @Test
  void messagesMayComeTwiceAndInAnyOrder() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Pipeline pipeline = new Pipeline(temp, Interruption.none());
      JobId id = pipeline.upload('a', FakeFilm.of(CHUNKS));
      List<Pipeline.Delivery> waiting = new ArrayList<>(List.of(pipeline.arrival(id)));
      while (!waiting.isEmpty()) {
        Pipeline.Delivery delivery = waiting.get(random.nextInt(waiting.size()));
        if (random.nextInt(3) > 0) {
          waiting.remove(delivery);
        }
        assertEquals(StitchResult.DONE, delivery.run());
        waiting.addAll(pipeline.sent());
      }
      assertAsUndisturbed(pipeline, id, "seed " + seed);
    }
  }

  @Test
  void severalMayWorkOnTheSameAtOnce() throws Exception {
    int threads = 4;
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 30; round++) {
        Pipeline pipeline = new Pipeline(temp, Interruption.none());
        JobId id = pipeline.upload('a', FakeFilm.of(CHUNKS));
        JobId other = pipeline.upload('b', FakeFilm.of(CHUNKS));
        LinkedBlockingDeque<Pipeline.Delivery> waiting = new LinkedBlockingDeque<>();
        for (int twice = 0; twice < 2; twice++) {
          waiting.add(pipeline.arrival(id));
          waiting.add(pipeline.arrival(other));
        }
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          running.add(workers.submit(() -> work(pipeline, waiting)));
        }
        for (Future<?> worker : running) {
          worker.get();
        }
        assertAsUndisturbed(pipeline, id, "round " + round);
        assertEquals(JobState.DONE, pipeline.job(other).state());
        assertEquals(expectedResults, pipeline.results(other));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /** Until all jobs are ended and nothing waits; each message is delivered twice. */
  private static Void work(Pipeline pipeline, LinkedBlockingDeque<Pipeline.Delivery> waiting)
      throws Exception {
    while (!pipeline.jobs.unfinished().isEmpty() || !waiting.isEmpty()) {
      Pipeline.Delivery delivery = waiting.poll();
      if (delivery != null) {
        try {
          if (delivery.run() == StitchResult.BUSY) {
            waiting.add(delivery);
          }
        } catch (IOException e) {
          // Another tidied up what this one was reading; the next try sees that all is done.
          waiting.add(delivery);
        }
      }
      for (Pipeline.Delivery sent : pipeline.sent()) {
        waiting.add(sent);
        waiting.add(sent);
      }
      Thread.onSpinWait();
    }
    return null;
  }
}
