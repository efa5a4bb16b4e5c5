package io.github.idols.core.tune;

import java.util.List;
import java.util.Optional;

/**
 * The curve {@code 1 / (1 + exp(-(score - midpoint) * steepness))} that tells best how likely a
 * name with a score is right.
 *
 * <p>Maximum likelihood by Newton's method, the step halved where it would not help. Right and
 * wrong are taken for a little less than 1 and more than 0, as many tracks as there are allow
 * (Platt, Probabilistic Outputs for Support Vector Machines, 1999): a few tracks that the score
 * tells apart without a mistake do not make the curve a cliff.
 *
 * @param midpoint score at which half of the names are right
 * @param steepness above 0
 */
public record LogisticFit(double midpoint, double steepness) {
  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-9;

  /**
   * Fits the curve.
   *
   * @return nothing where there is none: all tracks are right, or all wrong, or a higher score does
   *     not make a name more likely to be right
   */
  public static Optional<LogisticFit> of(List<ScoredTrack> tracks) {
    long right = tracks.stream().filter(ScoredTrack::right).count();
    long wrong = tracks.size() - right;
    double mean = tracks.stream().mapToDouble(ScoredTrack::score).average().orElse(0);
    double[] x = tracks.stream().mapToDouble(t -> t.score() - mean).toArray();
    if (right == 0 || wrong == 0 || tracks.stream().allMatch(t -> t.score() == mean)) {
      return Optional.empty();
    }
    double high = (right + 1.0) / (right + 2.0);
    double low = 1 / (wrong + 2.0);
    double[] y = tracks.stream().mapToDouble(t -> t.right() ? high : low).toArray();
    Line line = new Line(0, 0);
    for (int i = 0; i < MOST_STEPS; i++) {
      Line next = line.better(x, y);
      boolean there = Math.abs(next.a - line.a) + Math.abs(next.b - line.b) < CLOSE;
      line = next;
      if (there) {
        break;
      }
    }
    return line.b > 0
        ? Optional.of(new LogisticFit(mean - line.a / line.b, line.b))
        : Optional.empty();
  }

  /** The logarithm of the odds, {@code a + b x}. */
  private record Line(double a, double b) {
    /** One step of Newton's towards the least loss; this line where none makes it less. */
    Line better(double[] x, double[] y) {
      double ga = 0;
      double gb = 0;
      double haa = 0;
      double hab = 0;
      double hbb = 0;
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + Math.exp(-a - b * x[i]));
        ga += p - y[i];
        gb += (p - y[i]) * x[i];
        haa += p * (1 - p);
        hab += p * (1 - p) * x[i];
        hbb += p * (1 - p) * x[i] * x[i];
      }
      double det = haa * hbb - hab * hab;
      double stepA = (hbb * ga - hab * gb) / det;
      double stepB = (haa * gb - hab * ga) / det;
      double loss = loss(x, y);
      for (double part = 1; part > 1e-6; part /= 2) {
        Line next = new Line(a - part * stepA, b - part * stepB);
        // Not a number, where there is no step, is no less.
        if (next.loss(x, y) < loss) {
          return next;
        }
      }
      return this;
    }

    private double loss(double[] x, double[] y) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double z = a + b * x[i];
        sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;
      }
      return sum;
    }
  }
}
