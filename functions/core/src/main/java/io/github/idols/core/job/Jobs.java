package io.github.idols.core.job;

import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.label.Corrections;
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

  /** The job that a link leads to now; links that it had before lead nowhere. */
  Optional<Job> findByShare(ShareId share);

  /**
   * Gives a job another share link: the old one leads nowhere from now on.
   *
   * @param job with the link that it is taken to have
   * @return false when the job is gone, or has another link
   */
  boolean share(Job job, ShareId next);

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

  /** {@link JobState#RENDERING} to {@link JobState#DONE}, drawn as named; the claim ends. */
  boolean joined(JobId id, List<String> notes);

  /**
   * Keeps other corrections of a job that is {@link JobState#DONE}, under the next version.
   *
   * @param version that they replace
   * @return false when the job is not done, or another was faster
   */
  boolean correct(JobId id, Corrections corrections, int version);

  /** Claims the naming anew of a job that is {@link JobState#DONE}, as {@link #claim} does. */
  boolean claimCorrection(JobId id, Instant now, Instant until);

  /**
   * The labels of a job that is {@link JobState#DONE} have corrections of this version; the claim
   * ends.
   *
   * @return false when there are newer ones, and the claim goes on
   */
  boolean corrected(JobId id, int version, long galleryVersion);

  /**
   * {@link JobState#DONE} to {@link JobState#RENDERING} with no chunk drawn.
   *
   * @return false when the labels lack corrections or somebody is at them, or the job is not done
   */
  boolean redraw(JobId id, Instant now);

  /** Ends a job that is not ended yet, as {@link JobState#REFUSED}. */
  boolean refuse(JobId id, String reason);

  /** Ends a job that is not ended yet, as {@link JobState#FAILED}. */
  boolean fail(JobId id, String reason);

  /** Forgets the job, its share link and its fancams. */
  boolean delete(JobId id);

  /** Jobs whose time is over ({@link Job#isExpired}) and that are still there. */
  List<Job> expired(Instant now);

  /** Jobs that are not ended, or whose labels lack corrections. */
  List<Job> unfinished();

  /** Adds to what a step of the job took, in whatever state it is; a job that is gone stays so. */
  void ran(JobId id, Step step, Runs runs);

  /** Ends the claim of a worker that is known to be dead. */
  void release(JobId id);
}
