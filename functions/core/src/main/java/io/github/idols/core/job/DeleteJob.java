package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Deletes a job with its video, its results and its share link, for good. Safe for use by several
 * threads.
 *
 * <p>The order is such that deleting again finishes what was cut off at any point:
 *
 * <ol>
 *   <li>The job is ended. Workers that come to it from now on drop its messages.
 *   <li>Its files go, while the job still tells the name of the upload and whose it is.
 *   <li>The job goes. A worker that was in the middle finds no job and deletes what it wrote.
 *   <li>Its files go once more: those that a worker wrote between the last two steps.
 * </ol>
 *
 * <p>Whoever is cut off before the third step finds the job again; after it there is nothing left
 * but what a worker handed in within that moment.
 */
public final class DeleteJob {
  private final OwnedJobs owned;
  private final Jobs jobs;
  private final JobFiles files;

  public DeleteJob(OwnedJobs owned, Jobs jobs, JobFiles files) {
    this.owned = owned;
    this.jobs = jobs;
    this.files = files;
  }

  /** Deletes it. */
  public void delete(JobId id, Optional<Secret> secret) throws DeclinedException {
    Job job = owned.find(id, secret);
    jobs.fail(id, "This video was deleted.");
    deleteFiles(job);
    jobs.delete(id);
    deleteFiles(job);
  }

  private void deleteFiles(Job job) {
    try {
      files.delete(job.id(), job.upload());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
