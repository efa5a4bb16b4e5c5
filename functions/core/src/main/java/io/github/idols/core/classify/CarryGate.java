package io.github.idols.core.classify;

import java.util.Arrays;

/**
 * Takes a gate from one network to another.
 *
 * <p>A threshold that was chosen on many clips with truth holds for one network. Tuning moves all
 * cosines, those of strangers most. So the gate goes where strangers meet it as they did before: as
 * many standard deviations above the mean of their best cosines, with each curve as much steeper as
 * their cosines lie closer together. The strangers are people who were left out, on both sides.
 */
public final class CarryGate {
  private CarryGate() {}

  /** Mean and standard deviation. */
  private record Spread(double mean, double deviation) {
    static Spread of(double[] values) {
      double mean = Arrays.stream(values).average().orElse(Double.NaN);
      double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
      if (!(square > 0)) {
        throw new IllegalArgumentException("strangers whose cosines do not differ");
      }
      return new Spread(mean, Math.sqrt(square));
    }
  }

  /**
   * The gate for the other network.
   *
   * @param gate of the first network
   * @param before strangers' largest cosines to anybody's mean in the first network
   * @param after the same in the other
   * @throws IllegalArgumentException when there are none, or all are the same
   */
  public static Gate of(Gate gate, double[] before, double[] after) {
    Spread from = Spread.of(before);
    Spread to = Spread.of(after);
    double wider = to.deviation / from.deviation;
    double threshold = to.mean + (gate.threshold() - from.mean) * wider;
    return new Gate(
        Math.max(-1, Math.min(1, threshold)),
        to.mean + (gate.midpoint() - from.mean) * wider,
        gate.steepness() / wider);
  }
}
