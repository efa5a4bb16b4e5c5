package io.github.idols.cloud;

import java.util.concurrent.ThreadLocalRandom;

/** A rest between tries, longer each time and never the same, so that many who wait come apart. */
final class Pause {
  private static final long FIRST_MILLIS = 20;
  private static final int MOST_DOUBLINGS = 6;

  private Pause() {}

  /**
   * Rests after a try.
   *
   * @param attempt which try that was, from 1
   * @throws IllegalStateException when the thread is interrupted
   */
  static void after(int attempt) {
    long most = FIRST_MILLIS << Math.min(MOST_DOUBLINGS, attempt - 1);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another try", e);
    }
  }
}
