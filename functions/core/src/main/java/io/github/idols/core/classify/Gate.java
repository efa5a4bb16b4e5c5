package io.github.idols.core.classify;

/**
 * What keeps unknown people unknown: the least cosine to a person's mean face that gives the name,
 * and how sure a name with a cosine is.
 *
 * <p>A softmax cannot do this: it gives everybody to somebody, and mostly with confidence.
 *
 * @param threshold least cosine that gives a name, -1 to 1
 * @param midpoint cosine at which half of the names are right
 * @param steepness how fast names get more certain with the cosine, above 0
 */
public record Gate(double threshold, double midpoint, double steepness) {
  public Gate {
    if (!(threshold >= -1 && threshold <= 1)) {
      throw new IllegalArgumentException("a cosine lies between -1 and 1, not at " + threshold);
    }
    if (!Double.isFinite(midpoint) || !(steepness > 0) || Double.isInfinite(steepness)) {
      throw new IllegalArgumentException(
          "no curve with midpoint " + midpoint + " and steepness " + steepness);
    }
  }

  /** The same curve with another threshold. */
  public Gate withThreshold(double other) {
    return new Gate(other, midpoint, steepness);
  }

  /** How likely a name with a cosine is right, 0 to 1. */
  public double confidence(double cosine) {
    return 1 / (1 + Math.exp(-(cosine - midpoint) * steepness));
  }
}
