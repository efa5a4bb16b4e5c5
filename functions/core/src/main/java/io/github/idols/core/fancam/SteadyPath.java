package io.github.idols.core.fancam;

import java.util.Arrays;

/**
 * Moves a camera along one axis: near to where it is wanted, as steady as its bounds allow.
 *
 * <p>It minimises {@code sum (p - wanted)^2 + stiffness * sum (second differences of p)^2}, which
 * is Whittaker's smoother (E. T. Whittaker, "On a new method of graduation", 1923; P. Eilers, "A
 * perfect smoother", Analytical Chemistry 75, 2003), under {@code low <= p <= high}. So whole shots
 * are looked at, before and after, and nothing lags behind. The bounds are met by the alternating
 * direction method of multipliers (S. Boyd et al., "Distributed optimization and statistical
 * learning via the alternating direction method of multipliers", 2011, section 5.2): the band
 * matrix is factored once, an iteration costs a few operations a frame.
 */
final class SteadyPath {
  /** Pixels by which the two halves of an iteration may still differ. */
  private static final double CLOSE = 0.02;

  /** Shots of music videos need none to some hundred. */
  private static final int MOST_ITERATIONS = 3000;

  private final double stiffness;

  /**
   * A camera.
   *
   * @param halved movements to and fro of that many frames are halved, quicker ones weakened by the
   *     fourth power of their frequency; more than 2
   */
  SteadyPath(double halved) {
    // The smoother's gain at w radians a frame is 1 / (1 + stiffness * (2 sin(w / 2))^4).
    stiffness = Math.pow(2 * Math.sin(Math.PI / halved), -4);
  }

  /**
   * Where the camera is on each frame.
   *
   * @param wanted where it should be, between the bounds
   * @param low where it must be at least; not above {@code high}
   * @param high where it may be at most
   */
  double[] through(double[] wanted, double[] low, double[] high) {
    double[] free = new Band(wanted.length, 1, stiffness).solve(wanted);
    double[] kept = clamp(free, low, high);
    return farthest(free, kept) <= CLOSE ? kept : bounded(wanted, free, low, high);
  }

  private double[] bounded(double[] wanted, double[] free, double[] low, double[] high) {
    int frames = wanted.length;
    // Between the pull to what is wanted (1) and that of the stiffness, which is far larger.
    double pull = Math.max(1, Math.sqrt(stiffness) / 8);
    Band band = new Band(frames, 1 + pull, stiffness);
    double[] kept = clamp(free, low, high);
    double[] debt = new double[frames];
    double[] right = new double[frames];
    double[] path = free;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      for (int i = 0; i < frames; i++) {
        right[i] = wanted[i] + pull * (kept[i] - debt[i]);
      }
      path = band.solve(right);
      double moved = 0;
      for (int i = 0; i < frames; i++) {
        double next = Math.min(high[i], Math.max(low[i], path[i] + debt[i]));
        moved = Math.max(moved, Math.abs(next - kept[i]));
        kept[i] = next;
        debt[i] += path[i] - next;
      }
      if (moved <= CLOSE && farthest(path, kept) <= CLOSE) {
        break;
      }
    }
    return clamp(path, low, high);
  }

  private static double[] clamp(double[] path, double[] low, double[] high) {
    double[] inside = new double[path.length];
    for (int i = 0; i < path.length; i++) {
      inside[i] = Math.min(high[i], Math.max(low[i], path[i]));
    }
    return inside;
  }

  private static double farthest(double[] a, double[] b) {
    double farthest = 0;
    for (int i = 0; i < a.length; i++) {
      farthest = Math.max(farthest, Math.abs(a[i] - b[i]));
    }
    return farthest;
  }

  /** {@code weight * I + stiffness * D'D}, D taking second differences, as L * diag * L'. */
  private static final class Band {
    private final double[] diagonal;
    private final double[] first;
    private final double[] second;

    Band(int size, double weight, double stiffness) {
      diagonal = new double[size];
      first = new double[size];
      second = new double[size];
      Arrays.fill(diagonal, weight);
      for (int i = 0; i + 2 < size; i++) {
        diagonal[i] += stiffness;
        diagonal[i + 1] += 4 * stiffness;
        diagonal[i + 2] += stiffness;
        first[i] -= 2 * stiffness;
        first[i + 1] -= 2 * stiffness;
        second[i] += stiffness;
      }
      for (int i = 0; i < size; i++) {
        double toFirst = first[i] / diagonal[i];
        double toSecond = second[i] / diagonal[i];
        if (i + 1 < size) {
          diagonal[i + 1] -= toFirst * first[i];
          first[i + 1] -= toFirst * second[i];
        }
        if (i + 2 < size) {
          diagonal[i + 2] -= toSecond * second[i];
        }
        first[i] = toFirst;
        second[i] = toSecond;
      }
    }

    double[] solve(double[] right) {
      double[] x = right.clone();
      int size = x.length;
      for (int i = 0; i < size; i++) {
        if (i + 1 < size) {
          x[i + 1] -= first[i] * x[i];
        }
        if (i + 2 < size) {
          x[i + 2] -= second[i] * x[i];
        }
      }
      for (int i = size - 1; i >= 0; i--) {
        x[i] /= diagonal[i];
        if (i + 1 < size) {
          x[i] -= first[i] * x[i + 1];
        }
        if (i + 2 < size) {
          x[i] -= second[i] * x[i + 2];
        }
      }
      return x;
    }
  }
}
