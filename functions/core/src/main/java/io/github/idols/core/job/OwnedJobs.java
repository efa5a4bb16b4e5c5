package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.time.Clock;
import java.util.Optional;

/** Finds jobs for those who made them. */
public final class OwnedJobs {
  private final Jobs jobs;
  private final Clock clock;

  public OwnedJobs(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * A job.
   *
   * @throws DeclinedException when there is none, it expired, or the secret is missing or
   *     another's: which of them is not told
   */
  public Job find(JobId id, Optional<Secret> secret) throws DeclinedException {
    Optional<Job> job =
        jobs.find(id)
            .filter(found -> !found.isExpired(clock.instant()))
            .filter(found -> secret.map(found.secret()::fits).orElse(false));
    return job.orElseThrow(
        () ->
            new DeclinedException(
                Why.NOT_FOUND,
                "There is no such video, or only the browser that uploaded it can change it."));
  }
}
