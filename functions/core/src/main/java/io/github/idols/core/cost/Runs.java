package io.github.idols.core.cost;

/**
 * How often a step ran, and how much memory for how long that took. Each try counts, also those
 * that failed and those that found the work done: they are paid for too.
 *
 * @param count how often
 * @param megabyteMillis megabytes (2^20 bytes) of the function's memory times milliseconds
 */
public record Runs(long count, long megabyteMillis) {
  /** Not once. */
  public static final Runs NONE = new Runs(0, 0);

  private static final double GIGABYTE_SECOND = 1024.0 * 1000.0;

  /** One run. */
  public static Runs one(int megabytes, long millis) {
    return new Runs(1, megabytes * millis);
  }

  /** Both together. */
  public Runs plus(Runs other) {
    return new Runs(count + other.count, megabyteMillis + other.megabyteMillis);
  }

  /** What Lambda counts in: gigabytes (2^30 bytes) times seconds. */
  public double gigabyteSeconds() {
    return megabyteMillis / GIGABYTE_SECOND;
  }
}
