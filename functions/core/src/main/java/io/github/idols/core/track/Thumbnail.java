package io.github.idols.core.track;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A frame's light and shade in 64 x 36 numbers, with brightness and contrast taken out, so that a
 * flicker of the stage lights changes little and another picture changes nearly all. Immutable.
 */
public final class Thumbnail {
  private static final int COLUMNS = 64;
  private static final int ROWS = 36;

  /** Samples in each direction for one number: enough against noise, and few against the cost. */
  private static final int SAMPLES = 3;

  /** Contrast, in steps of luma, below which a picture counts as flat rather than as noise. */
  private static final double FLAT = 4;

  private final float[] values;

  private Thumbnail(float[] values) {
    this.values = values;
  }

  public static Thumbnail of(Frame frame) {
    Plane plane = frame.y();
    ByteBuffer bytes = plane.bytes();
    int[] columns = new int[COLUMNS * SAMPLES];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (int) ((long) i * plane.width() / columns.length);
    }
    // Arrays are read faster than native memory.
    byte[] samples = new byte[plane.width()];
    int[] sums = new int[COLUMNS];
    float[] values = new float[COLUMNS * ROWS];
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < ROWS; row++) {
      Arrays.fill(sums, 0);
      for (int j = 0; j < SAMPLES; j++) {
        long y = (long) (row * SAMPLES + j) * plane.height() / (ROWS * SAMPLES);
        bytes.get((int) y * plane.stride(), samples);
        for (int i = 0; i < columns.length; i++) {
          sums[i / SAMPLES] += samples[columns[i]] & 0xff;
        }
      }
      for (int column = 0; column < COLUMNS; column++) {
        int luma = sums[column];
        float value = (float) luma / (SAMPLES * SAMPLES);
        values[row * COLUMNS + column] = value;
        sum += value;
        squares += value * value;
      }
    }
    double mean = sum / values.length;
    double variance = Math.max(0, squares / values.length - mean * mean);
    float gain = (float) (1 / Math.sqrt(variance + FLAT * FLAT));
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] - mean) * gain;
    }
    return new Thumbnail(values);
  }

  /**
   * The thumbnail that {@link #values} came from.
   *
   * @throws IllegalArgumentException when their number is not that of a thumbnail
   */
  static Thumbnail ofValues(float[] values) {
    if (values.length != COLUMNS * ROWS) {
      throw new IllegalArgumentException("a thumbnail of " + values.length + " numbers");
    }
    return new Thumbnail(values.clone());
  }

  /** A copy of the numbers, row by row. */
  float[] values() {
    return values.clone();
  }

  /**
   * Mean squared difference: 0 for the same picture, 2 for two pictures that have nothing to do
   * with each other ({@code 2 - 2 r} with Pearson's correlation {@code r} where neither is flat).
   */
  public double difference(Thumbnail other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double d = values[i] - other.values[i];
      sum += d * d;
    }
    return sum / values.length;
  }

  /**
   * Whether this picture is an even mixture of two others, as in the middle of a cross-fade: the
   * least squares fit {@code a from + b to} takes a share of each, and leaves little over.
   * (Measured: 1-4 % of the variance in cross-fades, 13 % and more where the camera moves.)
   */
  public boolean isMixtureOf(Thumbnail from, Thumbnail to) {
    double ff = 0;
    double tt = 0;
    double ft = 0;
    double mf = 0;
    double mt = 0;
    double mm = 0;
    for (int i = 0; i < values.length; i++) {
      double f = from.values[i];
      double t = to.values[i];
      double m = values[i];
      ff += f * f;
      tt += t * t;
      ft += f * t;
      mf += m * f;
      mt += m * t;
      mm += m * m;
    }
    double determinant = ff * tt - ft * ft;
    if (determinant <= 1e-9 * ff * tt || mm <= 0) {
      return false;
    }
    double a = (mf * tt - mt * ft) / determinant;
    double b = (mt * ff - mf * ft) / determinant;
    double leftOver = mm - a * mf - b * mt;
    return a > 0.2 && b > 0.2 && b > a - 0.2 && leftOver < 0.08 * mm;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Thumbnail thumbnail && Arrays.equals(values, thumbnail.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
