package io.github.idols.core.job;

import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where jobs are kept. Every change is one atomic write, safe against workers that do the same at
 * the same time, do it twice or come late: what no longer fits changes nothing, and the answer says
 * so. Throws unchecked exceptions when the store cannot be reached.
 */
public interface Jobs {
  /** Keeps a job that is {@link JobState#UPLOADING}. */
  void create(NewJob job);

  Optional<Job> find(JobId id);

  Optional<Job> findByShare(ShareId share);

  /**
   * {@link JobState#UPLOADING} to {@link JobState#RECOGNIZING}; false when it was not uploading.
   */
  boolean planned(JobId id, Outline outline);

  /**
   * Adds a chunk to those that are done.
   *
   * @return the job with it, or nothing when there is no such job any more
   */
  Optional<Job> finished(JobId id, Fan fan, int chunk);

  /**
   * Claims what follows a step, for one worker alone: naming after recognizing, joining after
   * rendering.
   *
   * @param until when the claim ends by itself, so that another worker can take over
   * @return false when another's claim is still good, or the job is not in the step's state
   */
  boolean claim(JobId id, Fan after, Instant now, Instant until);

  /** {@link JobState#RECOGNIZING} to {@link JobState#RENDERING}; the claim ends. */
  boolean named(JobId id, long galleryVersion);

  /** {@link JobState#RENDERING} to {@link JobState#DONE}; the claim ends. */
  boolean joined(JobId id, List<String> notes);

  /** Ends a job that is not ended yet, as {@link JobState#REFUSED}. */
  boolean refuse(JobId id, String reason);

  /** Ends a job that is not ended yet, as {@link JobState#FAILED}. */
  boolean fail(JobId id, String reason);

  /** Forgets the job and its share link. */
  boolean delete(JobId id);

  /** Jobs that are not ended. */
  List<Job> unfinished();

  /** Adds to what a step of the job took, in whatever state it is; a job that is gone stays so. */
  void ran(JobId id, Step step, Runs runs);

  /** Ends the claim of a worker that is known to be dead. */
  void release(JobId id);
}
