package io.github.idols.core.face;

/**
 * A face cut out of a picture as {@link AlignedFace} is, with something of what is around it, so
 * that it can be turned and shifted a little for training.
 *
 * <p>Holds 8-bit samples, RGB, row by row, three bytes a pixel. Immutable as long as nobody writes
 * to the array that it was made from.
 */
public final class WideFace {
  /** Pixels around the aligned face on each side. */
  public static final int MARGIN = 24;

  /** Width and height in pixels. */
  public static final int SIZE = AlignedFace.SIZE + 2 * MARGIN;

  private final byte[] rgb;

  /**
   * Takes over an array without copying it.
   *
   * @throws IllegalArgumentException when it does not hold {@code SIZE * SIZE * 3} bytes
   */
  public WideFace(byte[] rgb) {
    if (rgb.length != SIZE * SIZE * 3) {
      throw new IllegalArgumentException(
          "a wide face has " + SIZE * SIZE * 3 + " bytes, not " + rgb.length);
    }
    this.rgb = rgb;
  }

  /**
   * A sample.
   *
   * @param x column, 0 to {@code SIZE - 1}
   * @param y row
   * @param channel 0 red, 1 green, 2 blue
   * @return 0 to 255
   */
  public int sample(int x, int y, int channel) {
    return rgb[(y * SIZE + x) * 3 + channel] & 0xff;
  }

  /** The aligned face in the middle. */
  public AlignedFace aligned() {
    byte[] middle = new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3];
    int row = AlignedFace.SIZE * 3;
    for (int y = 0; y < AlignedFace.SIZE; y++) {
      System.arraycopy(rgb, ((y + MARGIN) * SIZE + MARGIN) * 3, middle, y * row, row);
    }
    return new AlignedFace(middle);
  }

  /** A copy of the samples. */
  public byte[] toArray() {
    return rgb.clone();
  }
}
