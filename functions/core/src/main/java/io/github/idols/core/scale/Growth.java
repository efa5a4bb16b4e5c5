package io.github.idols.core.scale;

/**
 * How many calls of a function may be under way, so many seconds after its queue began to have
 * messages.
 *
 * @param atOnce from the start
 * @param perSecond how many more each second
 * @param most limit, however long it lasts
 */
public record Growth(int atOnce, double perSecond, int most) {
  public Growth {
    if (atOnce < 1 || most < atOnce || !(perSecond >= 0)) {
      throw new IllegalArgumentException("no growth: " + atOnce + ", " + perSecond + ", " + most);
    }
  }

  /**
   * Lambda's own poller of a queue: five calls, 300 more each minute (AWS, "Configuring scaling
   * behavior for SQS event source mappings").
   */
  public static Growth standard(int most) {
    return new Growth(Math.min(5, most), 5, most);
  }

  /**
   * Pollers that are kept ready and paid for: ten calls each at once (AWS,
   * "ProvisionedPollerConfig"); a thousand calls more each minute.
   */
  public static Growth provisioned(int pollers, int most) {
    return new Growth(Math.min(10 * pollers, most), 1000.0 / 60, most);
  }

  /** All that there are, at once. */
  public static Growth fixed(int workers) {
    return new Growth(workers, 0, workers);
  }

  /** How many after so many seconds. */
  int allowed(double seconds) {
    // A thousandth of a call more, so that the moment that until() names is not missed.
    return (int) Math.min(most, atOnce + Math.floor(perSecond * seconds + 1e-3));
  }

  /** Seconds from the start until so many are allowed; infinite if never. */
  double until(int calls) {
    if (calls <= atOnce) {
      return 0;
    }
    return calls > most || perSecond == 0 ? Double.POSITIVE_INFINITY : (calls - atOnce) / perSecond;
  }
}
