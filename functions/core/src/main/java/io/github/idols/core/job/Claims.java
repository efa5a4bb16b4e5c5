package io.github.idols.core.job;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sees to it that one worker alone joins what a step's workers made. */
final class Claims {
  /**
   * Longer than a worker may live (Lambda's most is 15 minutes), so that the claim of somebody who
   * is alive never ends by itself.
   */
  static final Duration LEASE = Duration.ofMinutes(16);

  private final Jobs jobs;
  private final Clock clock;

  Claims(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** What is done under a claim. */
  interface Work {
    void run() throws IOException;
  }

  /** Works under a claim, which the work ends by moving the job on. */
  StitchResult work(JobId id, Fan after, Work work) throws IOException {
    Instant now = clock.instant();
    return jobs.claim(id, after, now, now.plus(LEASE)) ? run(id, work) : StitchResult.BUSY;
  }

  /** Names anew under a claim, which the work ends. */
  StitchResult correct(JobId id, Work work) throws IOException {
    Instant now = clock.instant();
    return jobs.claimCorrection(id, now, now.plus(LEASE)) ? run(id, work) : StitchResult.BUSY;
  }

  private StitchResult run(JobId id, Work work) throws IOException {
    boolean worked = false;
    try {
      work.run();
      worked = true;
    } finally {
      if (!worked) {
        // The next try must not wait for the end of a claim that nobody works under.
        jobs.release(id);
      }
    }
    return StitchResult.DONE;
  }
}
