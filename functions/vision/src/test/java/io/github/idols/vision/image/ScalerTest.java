package io.github.idols.vision.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ScalerTest {
  private static final ColorSpace HD = new ColorSpace(ColorSpace.Matrix.BT709, false);
  private static final ColorSpace SD = new ColorSpace(ColorSpace.Matrix.BT601, false);
  private static final ColorSpace JPEG = new ColorSpace(ColorSpace.Matrix.BT601, true);

  @Test
  void rgbFollowsMatrixAndRangeOfTheFrame() {
    // Pure red by the formulas of BT.709 and BT.601 (limited range) and JFIF.
    assertColor(255, 0, 0, plain(64, 36, 63, 102, 240, HD));
    assertColor(255, 0, 0, plain(64, 36, 82, 90, 240, SD));
    assertColor(255, 0, 0, plain(64, 36, 76, 85, 255, JPEG));
  }

  @Test
  void oddSizesAreScaledWhole() {
    assertColor(255, 0, 0, plain(853, 479, 63, 102, 240, HD));
  }

  @Test
  void aCropTakesItsPartOfTheFrame() {
    Frame frame = plain(64, 36, 16, 128, 128, HD);
    for (int row = 20; row < 30; row++) {
      for (int column = 40; column < 56; column++) {
        frame.y().bytes().put(row * frame.y().stride() + column, (byte) 235);
      }
    }
    try (Scaler scaler = new Scaler(8, 8, Scaler.Quality.AREA)) {
      assertEquals(255, scaler.rgb(frame, 40, 20, 16, 10).get(3 * 8 * 4) & 0xff, 3);
      assertEquals(0, scaler.rgb(frame, 0, 0, 38, 18).get(3 * 8 * 4) & 0xff, 3);
      assertEquals(255, scaler.rgb(frame, 40, 20, 16, 10).get(0) & 0xff, 3);
    }
  }

  @Test
  void aCropOutsideOrAtOddPixelsIsRefused() {
    Frame frame = plain(64, 36, 16, 128, 128, HD);
    try (Scaler scaler = new Scaler(8, 8, Scaler.Quality.FAST)) {
      assertThrows(IllegalArgumentException.class, () -> scaler.rgb(frame, 1, 0, 8, 8));
      assertThrows(IllegalArgumentException.class, () -> scaler.rgb(frame, 60, 0, 8, 8));
      assertThrows(IllegalArgumentException.class, () -> scaler.rgb(frame, 0, 0, 0, 8));
      assertThrows(IllegalArgumentException.class, () -> scaler.rgb(frame, -2, 0, 8, 8));
    }
  }

  @Test
  void lumaKeepsItsRange() {
    try (Scaler scaler = new Scaler(19, 11, Scaler.Quality.FAST)) {
      ByteBuffer luma = scaler.luma(plain(1280, 720, 235, 128, 128, HD));
      assertEquals(19 * 11, luma.remaining());
      while (luma.hasRemaining()) {
        assertEquals(235, luma.get() & 0xff);
      }
    }
  }

  @Test
  void closingTwiceDoesNothingAndUseAfterwardsIsRefused() {
    Scaler scaler = new Scaler(8, 8, Scaler.Quality.BILINEAR);
    Frame frame = plain(16, 16, 16, 128, 128, HD);
    scaler.rgb(frame);
    scaler.close();
    scaler.close();
    assertThrows(IllegalStateException.class, () -> scaler.rgb(frame));
  }

  private static void assertColor(int red, int green, int blue, Frame frame) {
    for (Scaler.Quality quality : Scaler.Quality.values()) {
      try (Scaler scaler = new Scaler(33, 17, quality)) {
        ByteBuffer rgb = scaler.rgb(frame);
        assertEquals(33 * 17 * 3, rgb.remaining());
        while (rgb.hasRemaining()) {
          assertEquals(red, rgb.get() & 0xff, 3);
          assertEquals(green, rgb.get() & 0xff, 3);
          assertEquals(blue, rgb.get() & 0xff, 3);
        }
      }
    }
  }

  private static Frame plain(int width, int height, int y, int u, int v, ColorSpace color) {
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
        color);
  }

  private static Plane plane(int width, int height, int value) {
    int stride = width + 13;
    ByteBuffer bytes = ByteBuffer.allocateDirect(stride * height);
    for (int i = 0; i < bytes.capacity(); i++) {
      bytes.put(i, (byte) value);
    }
    return new Plane(bytes, stride, width, height);
  }
}
