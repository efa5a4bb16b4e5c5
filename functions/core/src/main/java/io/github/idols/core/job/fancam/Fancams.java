package io.github.idols.core.job.fancam;

import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import java.util.List;
import java.util.Optional;

/**
 * Where the fancams of jobs are kept. Every change is one atomic write: what no longer fits changes
 * nothing, and the answer says so. They go with their job ({@link
 * io.github.idols.core.job.Jobs#delete}). Throws unchecked exceptions when the store cannot be
 * reached.
 */
public interface Fancams {
  /** Most fancams of one job: each is a video. */
  int MOST = 20;

  /** Most of one job that are in the making at a time. */
  int MOST_WORKING = 3;

  /** One fancam of a job. */
  record Key(JobId job, FancamId fancam) {}

  /** Those of a job, in no order. */
  List<Fancam> of(JobId job);

  Optional<Fancam> find(JobId job, FancamId fancam);

  /**
   * Keeps one of which nothing is done.
   *
   * @return false when it is there already, or there are {@link #MOST}, or {@link #MOST_WORKING}
   *     are in the making
   */
  boolean ask(Job job, Fancam fancam);

  /**
   * Adds a chunk to those that are cut.
   *
   * @return the fancam with it, or nothing when there is no such fancam any more
   */
  Optional<Fancam> cut(JobId job, FancamId fancam, int chunk);

  /** From working to done. */
  boolean joined(JobId job, FancamId fancam, List<String> notes);

  /** From working to failed. */
  boolean fail(JobId job, FancamId fancam, String reason);

  /** Forgets it. */
  boolean delete(JobId job, FancamId fancam);

  /** All that are in the making, of all jobs. */
  List<Key> working();
}
