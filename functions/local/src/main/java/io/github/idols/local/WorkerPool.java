package io.github.idols.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Some workers, each on a thread of its own with its own tools, that share out lists of tasks. Used
 * by one thread; closing closes the tools.
 */
final class WorkerPool<W extends AutoCloseable> implements AutoCloseable {
  private final List<Slot<W>> slots = new ArrayList<>();

  /**
   * Makes a pool; tools are made when they are first needed.
   *
   * @param size number of workers, at least 1
   */
  WorkerPool(int size, Supplier<W> tools) {
    for (int i = 0; i < size; i++) {
      slots.add(new Slot<>(tools));
    }
  }

  /** What a worker does with a task. */
  interface Job<W, T, R> {
    R run(W tools, T task) throws IOException, UserError;
  }

  /**
   * Does all tasks, the first ones first.
   *
   * @return their results in the order of the tasks
   * @throws IOException as the job throws; no further tasks are begun then
   * @throws UserError likewise
   */
  <T, R> List<R> map(List<T> tasks, Job<W, T, R> job) throws IOException, UserError {
    AtomicInteger next = new AtomicInteger();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    AtomicReferenceArray<R> results = new AtomicReferenceArray<>(tasks.size());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(slots.size(), tasks.size()); i++) {
      Slot<W> slot = slots.get(i);
      Thread thread =
          new Thread(
              () -> {
                try {
                  W tools = slot.tools();
                  for (int t = next.getAndIncrement();
                      t < tasks.size() && failures.isEmpty();
                      t = next.getAndIncrement()) {
                    results.set(t, job.run(tools, tasks.get(t)));
                  }
                } catch (Throwable e) {
                  failures.add(e);
                }
              },
              "worker " + i);
      // A worker that hangs must not keep the program from ending.
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      join(thread);
    }
    for (Throwable first : failures) {
      throw rethrown(first);
    }
    List<R> list = new ArrayList<>(tasks.size());
    for (int t = 0; t < tasks.size(); t++) {
      list.add(results.get(t));
    }
    return list;
  }

  @Override
  public void close() {
    slots.forEach(Slot::close);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while workers were at work", e);
    }
  }

  /** Throws what the job may throw, returns what it may not. */
  private static RuntimeException rethrown(Throwable e) throws IOException, UserError {
    if (e instanceof IOException io) {
      throw io;
    }
    if (e instanceof UserError user) {
      throw user;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a worker failed: " + e, e);
  }

  private static final class Slot<W extends AutoCloseable> {
    private final Supplier<W> maker;
    private Optional<W> made = Optional.empty();

    Slot(Supplier<W> maker) {
      this.maker = maker;
    }

    synchronized W tools() {
      W tools = made.orElseGet(maker);
      made = Optional.of(tools);
      return tools;
    }

    synchronized void close() {
      made.ifPresent(
          tools -> {
            try {
              tools.close();
            } catch (Exception e) {
              throw new IllegalStateException("a worker's tools do not close: " + e, e);
            }
          });
      made = Optional.empty();
    }
  }
}
