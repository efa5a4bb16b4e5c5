package io.github.idols.training;

import io.github.idols.core.face.WideFace;
import java.util.Random;

/**
 * Changes faces as videos do: mirrored, shifted, zoomed, turned, in other light and colour, small,
 * and blurred. Used by one thread.
 *
 * <p>How much: what the alignment of a real face in a video is off by, and what a stage's light
 * does to it. Each copy is drawn by lot, so that the same seed makes the same copies.
 */
final class Augmentation {
  private static final double MOST_DEGREES = 10;
  private static final double MOST_SHIFT = 4;
  private static final double MOST_ZOOM = 0.1;

  /** Faces of 24 to 64 pixels are what a video's wide shots show. */
  private static final int SMALLEST = 24;

  private static final int LARGEST_SMALL = 64;
  private static final double SMALL = 0.4;
  private static final double BLURRED = 0.4;

  /** What moves while the shutter is open is drawn out by up to a seventh of the face. */
  private static final int LONGEST_BLUR = 16;

  private final Random random;

  Augmentation(Random random) {
    this.random = random;
  }

  /** A changed copy of a face, as {@link FacePixels} has it. */
  float[] copy(WideFace face) {
    float[] pixels = warped(face);
    if (random.nextDouble() < BLURRED) {
      pixels = blurred(pixels);
    }
    if (random.nextDouble() < SMALL) {
      pixels = small(pixels, SMALLEST + random.nextInt(LARGEST_SMALL - SMALLEST + 1));
    }
    return lit(pixels);
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** Mirrored or not, turned, zoomed and shifted; 0 to 255. */
  private float[] warped(WideFace face) {
    double angle = Math.toRadians(between(-MOST_DEGREES, MOST_DEGREES));
    double scale = Math.exp(between(-MOST_ZOOM, MOST_ZOOM));
    double a = Math.cos(angle) * scale;
    double b = Math.sin(angle) * scale;
    double shiftX = between(-MOST_SHIFT, MOST_SHIFT);
    double shiftY = between(-MOST_SHIFT, MOST_SHIFT);
    int mirror = random.nextBoolean() ? -1 : 1;
    double middle = WideFace.SIZE / 2.0;
    float[] pixels = new float[FacePixels.LENGTH];
    for (int y = 0; y < FacePixels.SIZE; y++) {
      for (int x = 0; x < FacePixels.SIZE; x++) {
        double u = x + 0.5 - FacePixels.SIZE / 2.0 + shiftX;
        double v = y + 0.5 - FacePixels.SIZE / 2.0 + shiftY;
        double fromX = middle + mirror * (a * u - b * v);
        double fromY = middle + b * u + a * v;
        for (int c = 0; c < 3; c++) {
          pixels[c * FacePixels.CHANNEL + y * FacePixels.SIZE + x] =
              bilinear(face, fromX - 0.5, fromY - 0.5, c);
        }
      }
    }
    return pixels;
  }

  /** Outside of the cut the edge is repeated. */
  private static float bilinear(WideFace face, double x, double y, int channel) {
    double cx = Math.max(0, Math.min(WideFace.SIZE - 1.001, x));
    double cy = Math.max(0, Math.min(WideFace.SIZE - 1.001, y));
    int x0 = (int) cx;
    int y0 = (int) cy;
    double fx = cx - x0;
    double fy = cy - y0;
    double top = face.sample(x0, y0, channel) * (1 - fx) + face.sample(x0 + 1, y0, channel) * fx;
    double bottom =
        face.sample(x0, y0 + 1, channel) * (1 - fx) + face.sample(x0 + 1, y0 + 1, channel) * fx;
    return (float) (top * (1 - fy) + bottom * fy);
  }

  /** As if something had moved: the mean along a short line. */
  private float[] blurred(float[] pixels) {
    double angle = between(0, Math.PI);
    int steps = 2 + random.nextInt(LONGEST_BLUR - 1);
    float[] result = new float[pixels.length];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < FacePixels.SIZE; y++) {
        for (int x = 0; x < FacePixels.SIZE; x++) {
          float sum = 0;
          for (int s = 0; s < steps; s++) {
            double along = s - (steps - 1) / 2.0;
            int px = inside((int) Math.round(x + along * Math.cos(angle)));
            int py = inside((int) Math.round(y + along * Math.sin(angle)));
            sum += pixels[c * FacePixels.CHANNEL + py * FacePixels.SIZE + px];
          }
          result[c * FacePixels.CHANNEL + y * FacePixels.SIZE + x] = sum / steps;
        }
      }
    }
    return result;
  }

  private static int inside(int at) {
    return Math.max(0, Math.min(FacePixels.SIZE - 1, at));
  }

  /** As if the face had been so many pixels wide: averaged down, and drawn out again. */
  static float[] small(float[] pixels, int size) {
    float[] result = new float[pixels.length];
    double step = (double) FacePixels.SIZE / size;
    float[] few = new float[size * size];
    for (int c = 0; c < 3; c++) {
      int channel = c * FacePixels.CHANNEL;
      for (int j = 0; j < size; j++) {
        for (int i = 0; i < size; i++) {
          few[j * size + i] = mean(pixels, channel, i * step, j * step, step);
        }
      }
      for (int y = 0; y < FacePixels.SIZE; y++) {
        for (int x = 0; x < FacePixels.SIZE; x++) {
          result[channel + y * FacePixels.SIZE + x] =
              bilinear(few, size, (x + 0.5) / step - 0.5, (y + 0.5) / step - 0.5);
        }
      }
    }
    return result;
  }

  private static float mean(float[] pixels, int channel, double left, double top, double step) {
    int x1 = Math.min(FacePixels.SIZE, (int) Math.ceil(left + step));
    int y1 = Math.min(FacePixels.SIZE, (int) Math.ceil(top + step));
    float sum = 0;
    int count = 0;
    for (int y = (int) top; y < y1; y++) {
      for (int x = (int) left; x < x1; x++) {
        sum += pixels[channel + y * FacePixels.SIZE + x];
        count++;
      }
    }
    return sum / count;
  }

  private static float bilinear(float[] few, int size, double x, double y) {
    double cx = Math.max(0, Math.min(size - 1, x));
    double cy = Math.max(0, Math.min(size - 1, y));
    int x0 = Math.min(size - 2, (int) cx);
    int y0 = Math.min(size - 2, (int) cy);
    double fx = cx - x0;
    double fy = cy - y0;
    double top = few[y0 * size + x0] * (1 - fx) + few[y0 * size + x0 + 1] * fx;
    double bottom = few[(y0 + 1) * size + x0] * (1 - fx) + few[(y0 + 1) * size + x0 + 1] * fx;
    return (float) (top * (1 - fy) + bottom * fy);
  }

  /** In other light: brighter or darker, with more or less contrast, tinted, greyer. */
  private float[] lit(float[] pixels) {
    double gain = Math.exp(between(-0.35, 0.3));
    double contrast = Math.exp(between(-0.2, 0.2));
    double grey = between(0, 0.4);
    double[] tint = {
      Math.exp(between(-0.15, 0.15)), Math.exp(between(-0.1, 0.1)), Math.exp(between(-0.15, 0.2))
    };
    float[] result = new float[pixels.length];
    for (int i = 0; i < FacePixels.CHANNEL; i++) {
      double red = pixels[i];
      double green = pixels[FacePixels.CHANNEL + i];
      double blue = pixels[2 * FacePixels.CHANNEL + i];
      // Weights of BT.601, as pictures have them.
      double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      double[] colours = {red, green, blue};
      for (int c = 0; c < 3; c++) {
        double greyer = colours[c] + grey * (luma - colours[c]);
        double value = ((greyer - 127.5) * contrast + 127.5) * gain * tint[c];
        result[c * FacePixels.CHANNEL + i] =
            FacePixels.normalised((float) Math.max(0, Math.min(255, value)));
      }
    }
    return result;
  }
}
