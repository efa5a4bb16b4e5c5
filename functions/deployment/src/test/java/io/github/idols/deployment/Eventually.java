package io.github.idols.deployment;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what comes by itself. */
final class Eventually {
  /** On two cores that others use, too. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final long PAUSE_MILLIS = 1000;

  private Eventually() {}

  /**
   * Asks until the answer will do.
   *
   * @param what to say when it never does
   */
  static <T> T ask(String what, Callable<T> question, Predicate<T> willDo) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Object last = "nothing";
    while (System.nanoTime() - end < 0) {
      try {
        T answer = question.call();
        if (willDo.test(answer)) {
          return answer;
        }
        last = answer;
      } catch (IOException e) {
        // As the page does: somebody who is busy is asked again.
        last = e;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError(what + " in vain; last: " + last);
  }
}
