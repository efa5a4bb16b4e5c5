package io.github.idols.core.job;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes jobs whose time is over, and uploads that nobody went on with for {@link
 * VideoUploads#KEPT}, where the store does not forget them by itself. Only for somebody who knows
 * that nobody is uploading or working.
 */
public final class ForgetJobs {
  private final Jobs jobs;
  private final JobFiles files;
  private final Clock clock;

  public ForgetJobs(Jobs jobs, JobFiles files, Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Does it.
   *
   * @throws IOException when files cannot be looked for or deleted
   */
  public void forget() throws IOException {
    Instant oldest = clock.instant().minus(VideoUploads.KEPT);
    for (Job job : jobs.unfinished()) {
      if (job.state() == JobState.UPLOADING
          && job.created().isBefore(oldest)
          && !isThere(job.id())) {
        forget(job);
      }
    }
    for (Job job : jobs.expired(clock.instant())) {
      forget(job);
    }
  }

  private void forget(Job job) throws IOException {
    // Files first: whoever is cut off in between finds the job again.
    files.delete(job.id(), job.upload());
    jobs.delete(job.id());
  }

  /** A whole video is no upload any more: {@link ResumeJobs} sets it going. */
  private boolean isThere(JobId id) throws IOException {
    Optional<MediaSource> source = files.source(id);
    if (source.isPresent()) {
      source.get().close();
    }
    return source.isPresent();
  }
}
