package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Gives a job another share link, for whoever shared the old one with too many. The old one looks
 * as if it had never been there.
 */
public final class RenewLink {
  private final OwnedJobs owned;
  private final Jobs jobs;
  private final SecureRandom random;

  public RenewLink(OwnedJobs owned, Jobs jobs, SecureRandom random) {
    this.owned = owned;
    this.jobs = jobs;
    this.random = random;
  }

  /**
   * Does it.
   *
   * @return the link that leads to the job from now on
   * @throws DeclinedException when the job is not there for this secret, or somebody renews its
   *     link at the same time
   */
  public ShareId renew(JobId id, Optional<Secret> secret) throws DeclinedException {
    Job job = owned.find(id, secret);
    ShareId next = ShareId.random(random);
    if (!jobs.share(job, next)) {
      throw new DeclinedException(
          Why.CONFLICT, "The link of this video was just renewed: load the page again.");
    }
    return next;
  }
}
