package io.github.idols.core.scale;

/**
 * How long a new copy of a function takes until it begins its work, in seconds.
 *
 * @param recognizer has networks to load
 * @param others have not
 */
public record ColdStart(double recognizer, double others) {
  /** Copies that are there at once. */
  public static final ColdStart NONE = new ColdStart(0, 0);
}
