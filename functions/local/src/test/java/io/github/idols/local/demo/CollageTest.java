package io.github.idols.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class CollageTest {
  private final Collage collage = new Collage(32, 16);

  @Test
  void aPartAtFullSizeIsCopiedAsItIs() {
    collage.clear();
    collage.put(frame(false, (x, y) -> 16 + 4 * x + y), new Box(4, 2, 16, 8), new Box(8, 4, 16, 8));

    assertEquals(16 + 4 * 4 + 2, luma(8, 4));
    assertEquals(16 + 4 * 19 + 9, luma(23, 11));
    assertEquals(24, luma(7, 4));
    assertEquals(24, luma(8, 12));
    assertEquals(77, collage.frame(0, 0).u().bytes().get(4 * 16 + 6) & 0xff);
  }

  @Test
  void aPartIsScaledBetweenItsPixels() {
    collage.put(frame(false, (x, y) -> 16 + 4 * x), new Box(0, 0, 16, 8), new Box(0, 0, 32, 16));

    // Columns of the collage lie a quarter before and after the middle of those of the frame.
    assertEquals(16 + 4 * 4 + 1, luma(9, 8));
    assertEquals(16 + 4 * 5 - 1, luma(10, 8));
  }

  @Test
  void fullRangeBecomesLimitedRange() {
    collage.put(
        frame(true, (x, y) -> x < 16 ? 0 : 255), new Box(0, 0, 32, 16), new Box(0, 0, 32, 16));

    assertEquals(16, luma(2, 2));
    assertEquals(235, luma(30, 2));
    assertEquals(
        Math.round(128 + (77 - 128) * 224 / 255.0), collage.frame(0, 0).u().bytes().get(0) & 0xff);
  }

  private int luma(int x, int y) {
    return collage.frame(0, 0).y().bytes().get(y * 32 + x) & 0xff;
  }

  private static Frame frame(boolean fullRange, IntBinaryOperator luma) {
    return new Frame(
        0,
        0,
        32,
        16,
        plane(32, 16, luma),
        plane(16, 8, (x, y) -> 77),
        plane(16, 8, (x, y) -> 200),
        new ColorSpace(ColorSpace.Matrix.BT601, fullRange));
  }

  private static Plane plane(int width, int height, IntBinaryOperator value) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bytes.put(y * width + x, (byte) value.applyAsInt(x, y));
      }
    }
    return new Plane(bytes, width, width, height);
  }
}
