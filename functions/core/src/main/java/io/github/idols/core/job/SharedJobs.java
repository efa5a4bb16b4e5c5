package io.github.idols.core.job;

import java.time.Clock;
import java.util.Optional;

/** Finds jobs for those who have a link to them. */
public final class SharedJobs {
  private final Jobs jobs;
  private final Clock clock;

  public SharedJobs(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * The job that a link leads to: none where the link is unknown, was renewed or has expired, which
   * all look the same.
   */
  public Optional<Job> find(ShareId share) {
    return jobs.findByShare(share).filter(found -> !found.isExpired(clock.instant()));
  }
}
