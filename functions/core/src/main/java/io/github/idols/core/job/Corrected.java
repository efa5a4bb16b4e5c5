package io.github.idols.core.job;

import io.github.idols.core.label.Corrections;

/**
 * How far a job's results follow what its maker said of the names. Versions count from 0, which is
 * the naming without corrections; saying something and taking it back raise them alike.
 *
 * @param corrections all that holds now
 * @param version of these
 * @param named that the labels have
 * @param drawn that the annotated video has
 */
public record Corrected(Corrections corrections, int version, int named, int drawn) {
  /** Of a job that nobody corrected. */
  public static Corrected nothing() {
    return new Corrected(Corrections.none(), 0, 0, 0);
  }

  /** Whether the labels have all that was said. */
  public boolean isNamed() {
    return named == version;
  }

  /** Whether the annotated video, once there is one, shows these labels. */
  public boolean isDrawn() {
    return drawn == named;
  }
}
