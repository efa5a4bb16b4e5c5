package io.github.idols.core.video;

/**
 * A fraction, as containers write time bases and frame rates.
 *
 * @param num numerator
 * @param den denominator, not 0
 */
public record Rational(int num, int den) {
  public Rational {
    if (den == 0) {
      throw new IllegalArgumentException("the denominator is 0");
    }
  }

  public double value() {
    return (double) num / den;
  }

  @Override
  public String toString() {
    return num + "/" + den;
  }
}
