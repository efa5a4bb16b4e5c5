package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.fancam.CropWindow;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class WindowCutterTest {
  private static final ColorSpace COLOR = new ColorSpace(ColorSpace.Matrix.BT709, false);

  @Test
  void aWindowIsCutBetweenPixelsWithLumaAndChromaAlike() {
    // All planes rise by one a pixel of the frame: what is read says from where.
    Frame from = frame(160, 120, (x, y) -> 20 + x, (x, y) -> 20 + 2 * x, (x, y) -> 20 + 2 * y);
    for (double x : new double[] {10, 10.25, 10.5, 10.75, 11, 11.5, 12}) {
      for (double y : new double[] {6, 7.1, 8.9}) {
        Frame into = blank(72, 128);
        try (WindowCutter cutter = new WindowCutter()) {
          cutter.cut(from, new CropWindow(x, y, 36, 64), into);
        }
        // Luma sample 40 of 72 shows the middle of it: 20.25 of 36, and a frame's pixel 19.75.
        assertEquals(20 + x + 19.75, mean(into.y(), 40, 20, 100), 0.6, "luma at " + x);
        assertEquals(20 + x + 19.5, mean(into.u(), 20, 10, 50), 0.9, "chroma at " + x);
        assertEquals(20 + y + 31.5, at(into.v(), 18, 32), 1.2, "chroma down at " + y);
      }
    }
  }

  @Test
  void aPanInQuartersOfAPixelGoesInEvenSteps() {
    Frame from =
        frame(
            160,
            120,
            (x, y) -> (int) Math.round(125 + 100 * Math.sin(x / 6.0)),
            (x, y) -> 128,
            (x, y) -> 128);
    Frame into = blank(72, 128);
    double[] shown = new double[40];
    try (WindowCutter cutter = new WindowCutter()) {
      for (int i = 0; i < shown.length; i++) {
        cutter.cut(from, new CropWindow(40 + i / 4.0, 10, 36, 64), into);
        shown[i] = mean(into.y(), 36, 20, 100);
      }
    }
    for (int i = 0; i < shown.length; i++) {
      double truth = 125 + 100 * Math.sin((40 + i / 4.0 + 17.75) / 6);
      assertEquals(truth, shown[i], 2, "at " + i / 4.0);
    }
  }

  @Test
  void windowsReachToEveryEdgeAndNoFarther() {
    Frame from = frame(161, 121, (x, y) -> 100, (x, y) -> 90, (x, y) -> 80);
    Frame into = blank(72, 128);
    try (WindowCutter cutter = new WindowCutter()) {
      for (double x : new double[] {0, 125}) {
        for (double y : new double[] {0, 57}) {
          cutter.cut(from, new CropWindow(x, y, 36, 64), into);
          assertEquals(100, mean(into.y(), 71, 0, 128), 1);
          assertEquals(90, mean(into.u(), 35, 0, 64), 1);
        }
      }
      for (CropWindow outside :
          new CropWindow[] {
            new CropWindow(125.1, 0, 36, 64),
            new CropWindow(0, 57.5, 36, 64),
            new CropWindow(-0.1, 0, 36, 64),
            new CropWindow(Double.NaN, 0, 36, 64)
          }) {
        IllegalArgumentException refused =
            assertThrows(IllegalArgumentException.class, () -> cutter.cut(from, outside, into));
        assertTrue(refused.toString().contains(": a window at "), refused.toString());
      }
    }
  }

  private static double mean(Plane plane, int column, int fromRow, int toRow) {
    double sum = 0;
    for (int row = fromRow; row < toRow; row++) {
      sum += at(plane, column, row);
    }
    return sum / (toRow - fromRow);
  }

  private static int at(Plane plane, int column, int row) {
    return plane.bytes().get(row * plane.stride() + column) & 0xff;
  }

  private static Frame blank(int width, int height) {
    return frame(width, height, (x, y) -> 0, (x, y) -> 0, (x, y) -> 0);
  }

  private static Frame frame(
      int width, int height, IntBinaryOperator y, IntBinaryOperator u, IntBinaryOperator v) {
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    return new Frame(
        0,
        0,
        width,
        height,
        plane(width, height, y),
        plane(halfWidth, halfHeight, u),
        plane(halfWidth, halfHeight, v),
        COLOR);
  }

  private static Plane plane(int width, int height, IntBinaryOperator sample) {
    int stride = (width + 63) / 64 * 64;
    ByteBuffer bytes = ByteBuffer.allocateDirect(stride * height + 64);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bytes.put(y * stride + x, (byte) sample.applyAsInt(x, y));
      }
    }
    return new Plane(bytes, stride, width, height);
  }
}
