package io.github.idols.core.job.fancam;

import io.github.idols.core.job.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/** Keeps what is to be done on fancams until a test takes it. */
public final class InMemoryFancamTasks implements FancamTasks {
  /**
   * One message.
   *
   * @param chunk to be cut; none where the whole is looked at
   */
  public record Task(JobId job, FancamId fancam, OptionalInt chunk) {}

  private final List<Task> waiting = new ArrayList<>();

  @Override
  public synchronized void stitch(JobId job, FancamId fancam) {
    waiting.add(new Task(job, fancam, OptionalInt.empty()));
  }

  @Override
  public synchronized void cut(JobId job, FancamId fancam, Collection<Integer> chunks) {
    chunks.forEach(chunk -> waiting.add(new Task(job, fancam, OptionalInt.of(chunk))));
  }

  /** What is waiting, in the order in which it came; then nothing waits any more. */
  public synchronized List<Task> take() {
    List<Task> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
