package io.github.idols.vision.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YuvSamplerTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 50;
  private static final int SIZE = 12;

  private final Plane noise = noise();

  /** Gray of full range: red, green and blue are the luma. */
  private Frame frame() {
    byte[] neutral = new byte[(WIDTH / 2) * (HEIGHT / 2)];
    java.util.Arrays.fill(neutral, (byte) 128);
    Plane chroma = new Plane(ByteBuffer.wrap(neutral), WIDTH / 2, WIDTH / 2, HEIGHT / 2);
    return new Frame(
        0, 0, WIDTH, HEIGHT, noise, chroma, chroma, new ColorSpace(ColorSpace.Matrix.BT709, true));
  }

  private static Plane noise() {
    byte[] bytes = new byte[(WIDTH + 6) * HEIGHT];
    new Random(1).nextBytes(bytes);
    return new Plane(ByteBuffer.wrap(bytes), WIDTH + 6, WIDTH, HEIGHT);
  }

  @Test
  void aPixelIsWhatLiesAroundItsPlaceUprightAndTurnedInsideAndOutside() {
    YuvSampler sampler = new YuvSampler();
    for (double scale : new double[] {0.3, 1, 1.4, 2.9, 4.1, 7}) {
      for (double angle : new double[] {0, 0.4, 3}) {
        for (double place : new double[] {-20, 0, 13.3, 45, 88}) {
          double a = scale * Math.cos(angle);
          double b = scale * Math.sin(angle);
          float[] out = new float[SIZE * SIZE * 3];
          sampler.sample(frame(), a, b, place, place / 2, SIZE, out);
          for (int i = 0; i < SIZE * SIZE; i++) {
            double expected = pixel(a, b, place, place / 2, i % SIZE, i / SIZE);
            // Single precision may take another neighbour where a place lies right between two.
            assertEquals(expected, out[3 * i], 1e-2, scale + " " + angle + " " + place + " " + i);
            assertEquals(out[3 * i], out[3 * i + 1]);
            assertEquals(out[3 * i], out[3 * i + 2]);
          }
        }
      }
    }
  }

  /** Straight from the definition, in double precision. */
  private double pixel(double a, double b, double tx, double ty, int i, int j) {
    int k = Math.max(1, Math.min(4, (int) Math.ceil(Math.hypot(a, b) / 1.5)));
    double sum = 0;
    for (int sj = 0; sj < k; sj++) {
      for (int si = 0; si < k; si++) {
        double p = i + (si + 0.5) / k;
        double q = j + (sj + 0.5) / k;
        double x = a * p - b * q + tx;
        double y = b * p + a * q + ty;
        sum += k == 1 ? between(x - 0.5, y - 0.5) : luma((int) Math.floor(x), (int) Math.floor(y));
      }
    }
    return sum / (k * k);
  }

  private double between(double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double upper = luma(x0, y0) + (luma(x0 + 1, y0) - luma(x0, y0)) * (x - x0);
    double lower = luma(x0, y0 + 1) + (luma(x0 + 1, y0 + 1) - luma(x0, y0 + 1)) * (x - x0);
    return upper + (lower - upper) * (y - y0);
  }

  /** Places outside of the frame repeat its edge. */
  private double luma(int x, int y) {
    int column = Math.max(0, Math.min(WIDTH - 1, x));
    int row = Math.max(0, Math.min(HEIGHT - 1, y));
    return noise.bytes().get(row * noise.stride() + column) & 0xff;
  }
}
