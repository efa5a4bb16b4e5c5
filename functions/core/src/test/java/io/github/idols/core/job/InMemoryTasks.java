package io.github.idols.core.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps what is to be done until a test takes it. */
public final class InMemoryTasks implements Tasks {
  /** One message. */
  public sealed interface Task {
    JobId job();

    record Recognize(JobId job, int chunk) implements Task {}

    record Render(JobId job, int chunk) implements Task {}

    record Name(JobId job) implements Task {}

    record Join(JobId job) implements Task {}
  }

  private final List<Task> waiting = new ArrayList<>();

  @Override
  public synchronized void recognize(JobId id, Collection<Integer> chunks) {
    chunks.forEach(chunk -> waiting.add(new Task.Recognize(id, chunk)));
  }

  @Override
  public synchronized void render(JobId id, Collection<Integer> chunks) {
    chunks.forEach(chunk -> waiting.add(new Task.Render(id, chunk)));
  }

  @Override
  public synchronized void name(JobId id) {
    waiting.add(new Task.Name(id));
  }

  @Override
  public synchronized void join(JobId id) {
    waiting.add(new Task.Join(id));
  }

  /** What is waiting, in the order in which it came. */
  public synchronized List<Task> waiting() {
    return List.copyOf(waiting);
  }

  /** The same, and nothing waits any more. */
  public synchronized List<Task> take() {
    List<Task> taken = waiting();
    waiting.clear();
    return taken;
  }
}
