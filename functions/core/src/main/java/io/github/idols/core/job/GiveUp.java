package io.github.idols.core.job;

import java.time.Clock;
import java.time.Instant;

/**
 * Ends jobs of which a piece of work was tried in vain. Nobody else notices when it takes down the
 * machine that it runs on, or never comes to an end. Safe for use by several threads.
 */
public final class GiveUp {
  /** How often a piece of work is tried. */
  public static final int TRIES = 3;

  private static final String REASON =
      "A part of the video could not be processed, after " + TRIES + " tries. Upload it again.";

  private final Jobs jobs;
  private final Clock clock;

  public GiveUp(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Ends the job as failed if this chunk is what it still waits for.
   *
   * @return false when the chunk is not to be blamed
   */
  public boolean onChunk(JobId id, Fan fan, int chunk) {
    return jobs.find(id).filter(job -> job.isAt(fan) && lacks(job, fan, chunk)).isPresent()
        && jobs.fail(id, REASON);
  }

  /**
   * Ends the job as failed if it still waits for the chunks to be joined, and nobody is at it.
   *
   * @return false when there is nobody to be blamed
   */
  public boolean onJoining(JobId id, Fan after) {
    Instant now = clock.instant();
    return jobs.find(id).filter(job -> job.isAt(after) && job.isComplete(after)).isPresent()
        && jobs.claim(id, after, now, now)
        && jobs.fail(id, REASON);
  }

  private static boolean lacks(Job job, Fan fan, int chunk) {
    int chunks = job.outline().map(Outline::chunks).orElse(0);
    return chunk >= 0 && chunk < chunks && !job.done(fan).contains(chunk);
  }
}
