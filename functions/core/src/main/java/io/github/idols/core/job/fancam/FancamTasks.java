package io.github.idols.core.job.fancam;

import io.github.idols.core.job.JobId;
import java.util.Collection;

/**
 * Hands work on fancams to whoever is free. Each message may arrive more than once and in any
 * order. Safe for use by several threads. Throws unchecked exceptions when the queue cannot be
 * reached.
 */
public interface FancamTasks {
  /** Has done whatever a fancam needs next: its chunks shared out, or joined. */
  void stitch(JobId job, FancamId fancam);

  /** Has chunks cut. */
  void cut(JobId job, FancamId fancam, Collection<Integer> chunks);
}
