package io.github.idols.core.tune;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;

/**
 * What a tolerance makes of some clips.
 *
 * @param cosine least cosine that gives a name, before the tolerance was rounded
 * @param tolerance the same as a distance, with four decimals
 * @param evaluation the figures of all clips together
 */
public record Trial(double cosine, double tolerance, Evaluation evaluation) {
  /**
   * Whether few enough names are wrong: at least 99 % of those that were given are right, and at
   * most 1.5 % of the strangers' faces got one.
   */
  public boolean isSafe() {
    Share precision = evaluation.precision();
    Share strangers = evaluation.strangersNamed();
    return precision.all() > 0
        && 100 * precision.part() >= 99 * precision.all()
        && 1000 * strangers.part() <= 15 * strangers.all();
  }
}
