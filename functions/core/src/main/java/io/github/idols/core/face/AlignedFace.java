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

  /** The middle of a face, from the brows to the chin and from eye to eye: no hair. */
  static final int LEFT = 30;

  static final int RIGHT = 82;
  static final int TOP = 35;
  static final int BOTTOM = 95;

  /** Pixels in the middle. */
  static final int MIDDLE = (RIGHT - LEFT) * (BOTTOM - TOP);

  private static final int CHANNELS = 3;

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

  /** The light of a pixel, 0 to 255 (BT.601, as cameras' pictures mostly are). */
  public double luma(int x, int y) {
    int i = (y * SIZE + x) * CHANNELS;
    return 0.299 * sample(i) + 0.587 * sample(i + 1) + 0.114 * sample(i + 2);
  }

  /**
   * The face without what is finer than some pixels: squares of pixels become one each, and the way
   * from the middle of one to that of the next is straight.
   *
   * @param pixels sides of the squares, a divisor of {@link #SIZE}
   */
  public AlignedFace softened(int pixels) {
    if (pixels < 1 || SIZE % pixels != 0) {
      throw new IllegalArgumentException("squares of " + pixels + " pixels");
    }
    int size = SIZE / pixels;
    double[] small = shrunk(pixels, size);
    byte[] soft = new byte[rgb.length];
    for (int y = 0; y < SIZE; y++) {
      double v = Math.max(0, Math.min(size - 1.0, (y + 0.5) / pixels - 0.5));
      int above = (int) v;
      int below = Math.min(size - 1, above + 1);
      double down = v - above;
      for (int x = 0; x < SIZE; x++) {
        double u = Math.max(0, Math.min(size - 1.0, (x + 0.5) / pixels - 0.5));
        int left = (int) u;
        int right = Math.min(size - 1, left + 1);
        double along = u - left;
        for (int c = 0; c < CHANNELS; c++) {
          double upper =
              small[(above * size + left) * CHANNELS + c] * (1 - along)
                  + small[(above * size + right) * CHANNELS + c] * along;
          double lower =
              small[(below * size + left) * CHANNELS + c] * (1 - along)
                  + small[(below * size + right) * CHANNELS + c] * along;
          soft[(y * SIZE + x) * CHANNELS + c] =
              (byte) Math.round(upper * (1 - down) + lower * down);
        }
      }
    }
    return new AlignedFace(soft);
  }

  /** The means of squares of pixels. */
  private double[] shrunk(int pixels, int size) {
    double[] small = new double[size * size * CHANNELS];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int to = (y / pixels * size + x / pixels) * CHANNELS;
        for (int c = 0; c < CHANNELS; c++) {
          small[to + c] += sample((y * SIZE + x) * CHANNELS + c) / (double) (pixels * pixels);
        }
      }
    }
    return small;
  }
}
