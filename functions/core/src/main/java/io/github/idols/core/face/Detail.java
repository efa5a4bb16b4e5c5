package io.github.idols.core.face;

/**
 * How fine the finest is that a face shows: a small or blurred one has nothing that is finer than a
 * few pixels of the aligned face.
 *
 * <p>What a network makes of a soft face is unlike what it makes of the same face in focus, so a
 * soft one is compared with pictures that are made as soft ({@link SoftFaces}).
 */
public enum Detail {
  /** Like a good picture. */
  FULL,
  /** Hardly anything finer than two pixels: about as a face of 56 pixels. */
  HALF,
  /** Hardly anything finer than four pixels: about as a face of 28 pixels. */
  QUARTER;

  /**
   * Where the levels meet. (Of the tracks in made clips, a quarter lie below the lower one, and two
   * thirds below the upper one; docs/accuracy.md.)
   */
  private static final double HALF_BELOW = 0.113;

  private static final double QUARTER_BELOW = 0.067;

  /** Keeps a face without any light and shade from being all detail. */
  private static final double NOISE = 3;

  /** The level of a measure. */
  public static Detail of(double measure) {
    return measure < QUARTER_BELOW ? QUARTER : measure < HALF_BELOW ? HALF : FULL;
  }

  /**
   * How much of the light and shade in the middle of a face is lost when two pixels become one: the
   * root of the mean square of what is lost, in parts of the standard deviation; 0 to about 1.
   */
  public static double measure(AlignedFace face) {
    AlignedFace soft = face.softened(2);
    double lost = 0;
    double sum = 0;
    double squares = 0;
    for (int y = AlignedFace.TOP; y < AlignedFace.BOTTOM; y++) {
      for (int x = AlignedFace.LEFT; x < AlignedFace.RIGHT; x++) {
        double luma = face.luma(x, y);
        double difference = luma - soft.luma(x, y);
        lost += difference * difference;
        sum += luma;
        squares += luma * luma;
      }
    }
    double mean = sum / AlignedFace.MIDDLE;
    double variance = Math.max(0, squares / AlignedFace.MIDDLE - mean * mean);
    return Math.sqrt(lost / AlignedFace.MIDDLE) / (Math.sqrt(variance) + NOISE);
  }
}
