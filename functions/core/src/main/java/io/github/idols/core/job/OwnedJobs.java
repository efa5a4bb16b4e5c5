package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.util.Optional;

/** Finds jobs for those who made them. */
public final class OwnedJobs {
  private final Jobs jobs;

  public OwnedJobs(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * A job.
   *
   * @throws DeclinedException when there is none, or the secret is missing or another's: which of
   *     them is not told
   */
  public Job find(JobId id, Optional<Secret> secret) throws DeclinedException {
    Optional<Job> job =
        jobs.find(id).filter(found -> secret.map(found.secret()::fits).orElse(false));
    return job.orElseThrow(
        () ->
            new DeclinedException(
                Why.NOT_FOUND,
                "There is no such video, or only the browser that uploaded it can change it."));
  }
}
