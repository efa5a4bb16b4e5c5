package io.github.idols.local.film;

/** The sound of made films. */
public final class Beat {
  private Beat() {}

  /** A beat of two a second, and a bass that changes every two seconds; -1 to 1. */
  public static double at(double seconds) {
    double beat = seconds * 2 % 1;
    double kick = Math.exp(-12 * beat) * Math.sin(2 * Math.PI * 55 * beat);
    double[] notes = {110, 87.31, 130.81, 98};
    double note = notes[(int) (seconds / 2) % notes.length];
    double bass = Math.sin(2 * Math.PI * note * seconds) * 0.15;
    return 0.6 * kick + bass;
  }
}
