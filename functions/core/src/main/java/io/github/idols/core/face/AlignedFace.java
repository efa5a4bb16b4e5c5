package io.github.idols.core.face;

/**
 * A face cut out of a picture, turned and scaled so that its landmarks lie where a recognition
 * network expects them.
 *
 * <p>Holds 8-bit samples, RGB, row by row, three bytes a pixel. Immutable as long as nobody writes
 * to the array that it was made from.
 */
public final class AlignedFace {
  /** Width and height in pixels. */
  public static final int SIZE = 112;

  private final byte[] rgb;

  /**
   * Takes over an array without copying it.
   *
   * @throws IllegalArgumentException when it does not hold {@code SIZE * SIZE * 3} bytes
   */
  public AlignedFace(byte[] rgb) {
    if (rgb.length != SIZE * SIZE * 3) {
      throw new IllegalArgumentException(
          "an aligned face has " + SIZE * SIZE * 3 + " bytes, not " + rgb.length);
    }
    this.rgb = rgb;
  }

  /** Sample {@code i} of {@code SIZE * SIZE * 3}, 0 to 255. */
  public int sample(int i) {
    return rgb[i] & 0xff;
  }
}
