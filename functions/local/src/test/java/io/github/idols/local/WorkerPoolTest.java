package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  /** One worker's tools. */
  private final class Tools implements AutoCloseable {
    private final int number = made.incrementAndGet();

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void resultsComeInTheOrderOfTheTasks() throws Exception {
    try (WorkerPool<Tools> pool = new WorkerPool<>(3, Tools::new)) {
      List<Integer> tasks = IntStream.range(0, 100).boxed().toList();
      assertEquals(
          tasks.stream().map(t -> t * t).toList(), pool.map(tasks, (tools, task) -> task * task));
    }
  }

  @Test
  void workersWorkAtOnceEachWithItsOwnTools() throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    Set<Integer> used = ConcurrentHashMap.newKeySet();
    try (WorkerPool<Tools> pool = new WorkerPool<>(3, Tools::new)) {
      List<Boolean> met =
          pool.map(
              List.of(1, 2, 3),
              (tools, task) -> {
                used.add(tools.number);
                all.countDown();
                return awaits(all);
              });
      assertEquals(List.of(true, true, true), met);
      assertEquals(Set.of(1, 2, 3), used);
    }
  }

  @Test
  void toolsAreKeptFromListToListAndClosedOnce() throws Exception {
    WorkerPool<Tools> pool = new WorkerPool<>(8, Tools::new);
    pool.map(List.of(1, 2), (tools, task) -> task);
    pool.map(List.of(1, 2), (tools, task) -> task);
    pool.close();
    pool.close();

    assertEquals(2, made.get());
    assertEquals(2, closed.get());
  }

  @Test
  void afterAFailureNoFurtherTaskIsBegun() {
    AtomicInteger begun = new AtomicInteger();
    try (WorkerPool<Tools> pool = new WorkerPool<>(1, Tools::new)) {
      IOException e =
          assertThrows(
              IOException.class,
              () ->
                  pool.map(
                      List.of(1, 2, 3),
                      (tools, task) -> {
                        begun.incrementAndGet();
                        throw new IOException("no space left");
                      }));
      assertEquals("no space left", e.getMessage());
    }
    assertEquals(1, begun.get());
  }

  @Test
  void toolsThatCannotBeMadeAreAFailureToo() {
    try (WorkerPool<Tools> pool =
        new WorkerPool<>(
            2,
            () -> {
              throw new IllegalArgumentException("broken");
            })) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class, () -> pool.map(List.of(1), (tools, task) -> task));
      assertTrue(e.getMessage() != null && e.getMessage().contains("broken"));
    }
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
