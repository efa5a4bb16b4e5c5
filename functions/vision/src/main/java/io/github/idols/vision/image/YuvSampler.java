package io.github.idols.vision.image;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;

/**
 * Cuts small square pictures out of frames, turned and scaled, straight from the Y, U and V planes.
 *
 * <p>Where the picture gets smaller, several samples are averaged for each pixel, so that it does
 * not alias (+0.5 points of recognition over a plain bilinear warp). Places outside of the frame
 * repeat its edge. Not safe for use by several threads.
 */
public final class YuvSampler {
  /**
   * Samples in each direction for one pixel; more than that changes nothing that a network sees.
   */
  private static final int MOST_SAMPLES = 4;

  // The part of a plane that is being sampled, and where it lies in the plane.
  private byte[] region = {};
  private int left;
  private int top;
  private int width;
  private int height;

  /**
   * Takes the pixel centres {@code (i + 0.5, j + 0.5)} of a {@code size x size} picture to {@code
   * (a u - b v + tx, b u + a v + ty)} in the frame.
   *
   * @param frame where to take it from
   * @param size pixels on each side of the result
   * @param out receives red, green and blue of each pixel, 0 to 255, row by row
   */
  public void sample(Frame frame, double a, double b, double tx, double ty, int size, float[] out) {
    double scale = Math.hypot(a, b);
    fill(frame.y(), a, b, tx, ty, samples(scale), size, out, 0);
    int chroma = samples(scale / 2);
    fill(frame.u(), a / 2, b / 2, tx / 2, ty / 2, chroma, size, out, 1);
    fill(frame.v(), a / 2, b / 2, tx / 2, ty / 2, chroma, size, out, 2);
    Rgb rgb = Rgb.of(frame.color());
    for (int o = 0; o < size * size * 3; o += 3) {
      float luma = (out[o] - rgb.black) * rgb.lumaGain;
      float blue = out[o + 1] - 128;
      float red = out[o + 2] - 128;
      out[o] = clamp(luma + rgb.redFromV * red);
      out[o + 1] = clamp(luma - rgb.greenFromU * blue - rgb.greenFromV * red);
      out[o + 2] = clamp(luma + rgb.blueFromU * blue);
    }
  }

  private static int samples(double scale) {
    return Math.max(1, Math.min(MOST_SAMPLES, (int) Math.ceil(scale / 1.5)));
  }

  /** Writes every third float of {@code out}: the mean of k x k samples of a plane. */
  private void fill(
      Plane plane, double a, double b, double tx, double ty, int k, int size, float[] out, int o) {
    copyRegion(plane, a, b, tx, ty, size);
    if (k == 1) {
      interpolate(a, b, tx, ty, size, out, o);
    } else if (b == 0) {
      averageUpright(a, tx, ty, k, size, out, o);
    } else {
      average(a, b, tx, ty, k, size, out, o);
    }
  }

  /** One sample a pixel, between four neighbours. */
  private void interpolate(double a, double b, double tx, double ty, int size, float[] out, int o) {
    byte[] samples = region;
    int lastColumn = width - 1;
    int lastRow = height - 1;
    int to = o;
    for (int j = 0; j < size; j++) {
      double q = j + 0.5;
      for (int i = 0; i < size; i++) {
        double p = i + 0.5;
        // Math.max and min are calls for the first compiler, which doubles the time of this loop.
        float x = (float) (a * p - b * q + tx) - left - 0.5f;
        float y = (float) (b * p + a * q + ty) - top - 0.5f;
        float cx = x < 0 ? 0 : x > lastColumn ? lastColumn : x;
        float cy = y < 0 ? 0 : y > lastRow ? lastRow : y;
        int x0 = (int) cx;
        int y0 = (int) cy;
        int right = x0 < lastColumn ? 1 : 0;
        int upperLeft = y0 * width + x0;
        int lowerLeft = y0 < lastRow ? upperLeft + width : upperLeft;
        float fx = cx - x0;
        float fy = cy - y0;
        float p00 = samples[upperLeft] & 0xff;
        float p01 = samples[upperLeft + right] & 0xff;
        float p10 = samples[lowerLeft] & 0xff;
        float p11 = samples[lowerLeft + right] & 0xff;
        float upper = p00 + (p01 - p00) * fx;
        float lower = p10 + (p11 - p10) * fx;
        out[to] = upper + (lower - upper) * fy;
        to += 3;
      }
    }
  }

  /** The mean of k x k samples a pixel, where rows of pixels come from rows of the plane. */
  private void averageUpright(double a, double tx, double ty, int k, int size, float[] out, int o) {
    byte[] samples = region;
    int[] columns = columns(a, tx, k, size);
    double step = 1.0 / k;
    float share = 1f / (k * k);
    int to = o;
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        out[to + 3 * i] = 0;
      }
      for (int sj = 0; sj < k; sj++) {
        int row = within((int) ((float) (a * (j + (sj + 0.5) * step) + ty) - top), height);
        int start = row * width;
        for (int i = 0; i < size; i++) {
          int sum = 0;
          for (int c = i * k; c < i * k + k; c++) {
            sum += samples[start + columns[c]] & 0xff;
          }
          // Whole numbers: their order does not matter.
          out[to + 3 * i] += sum;
        }
      }
      for (int i = 0; i < size; i++) {
        out[to + 3 * i] *= share;
      }
      to += 3 * size;
    }
  }

  /** The column in the region of each of the k samples of each pixel of a row. */
  private int[] columns(double a, double tx, int k, int size) {
    int[] columns = new int[size * k];
    double step = 1.0 / k;
    float dx = (float) (a * step);
    for (int i = 0; i < size; i++) {
      float x = (float) (a * (i + 0.5 * step) + tx) - left;
      for (int si = 0; si < k; si++) {
        columns[i * k + si] = within((int) x, width);
        x += dx;
      }
    }
    return columns;
  }

  /** The mean of k x k samples a pixel. */
  private void average(
      double a, double b, double tx, double ty, int k, int size, float[] out, int o) {
    byte[] samples = region;
    double step = 1.0 / k;
    float share = 1f / (k * k);
    float dx = (float) (a * step);
    float dy = (float) (b * step);
    int to = o;
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        int sum = 0;
        for (int sj = 0; sj < k; sj++) {
          double p = i + 0.5 * step;
          double q = j + (sj + 0.5) * step;
          float x = (float) (a * p - b * q + tx) - left;
          float y = (float) (b * p + a * q + ty) - top;
          for (int si = 0; si < k; si++) {
            sum += samples[within((int) y, height) * width + within((int) x, width)] & 0xff;
            x += dx;
            y += dy;
          }
        }
        out[to] = sum * share;
        to += 3;
      }
    }
  }

  private static int within(int place, int size) {
    return place < 0 ? 0 : place < size ? place : size - 1;
  }

  /**
   * Copies the part of the plane that will be sampled: arrays are read faster than native memory.
   */
  private void copyRegion(Plane plane, double a, double b, double tx, double ty, int size) {
    double minX = tx + Math.min(0, a * size) + Math.min(0, -b * size);
    double maxX = tx + Math.max(0, a * size) + Math.max(0, -b * size);
    double minY = ty + Math.min(0, a * size) + Math.min(0, b * size);
    double maxY = ty + Math.max(0, a * size) + Math.max(0, b * size);
    left = within(minX - 1, plane.width());
    top = within(minY - 1, plane.height());
    width = within(maxX + 1, plane.width()) - left + 1;
    height = within(maxY + 1, plane.height()) - top + 1;
    if (region.length < width * height) {
      region = new byte[width * height];
    }
    for (int row = 0; row < height; row++) {
      plane.bytes().get((top + row) * plane.stride() + left, region, row * width, width);
    }
  }

  private static int within(double place, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.floor(place)));
  }

  private static float clamp(float value) {
    return value < 0 ? 0 : value > 255 ? 255 : value;
  }

  /** The factors from YUV to RGB, as in ITU-R BT.601, BT.709 and BT.2020. */
  private record Rgb(
      float black,
      float lumaGain,
      float redFromV,
      float greenFromU,
      float greenFromV,
      float blueFromU) {
    static Rgb of(ColorSpace color) {
      double kr = color.matrix().red();
      double kb = color.matrix().blue();
      double kg = 1 - kr - kb;
      double lumaGain = color.fullRange() ? 1 : 255.0 / 219;
      double chromaGain = color.fullRange() ? 1 : 255.0 / 224;
      return new Rgb(
          color.fullRange() ? 0 : 16,
          (float) lumaGain,
          (float) (2 * (1 - kr) * chromaGain),
          (float) (2 * kb * (1 - kb) / kg * chromaGain),
          (float) (2 * kr * (1 - kr) / kg * chromaGain),
          (float) (2 * (1 - kb) * chromaGain));
    }
  }
}
