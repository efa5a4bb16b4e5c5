package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A grey frame whose planes lie in larger memory with guard bytes all around and between rows. */
final class GuardedFrame {
  static final ColorSpace BT709 = new ColorSpace(ColorSpace.Matrix.BT709, false);
  static final int GREY = 128;

  private static final int MARGIN = 4096;
  private static final byte GUARD = 0x5A;

  private final List<ByteBuffer> memory = new ArrayList<>();
  private final Frame frame;

  GuardedFrame(int width, int height) {
    int chromaWidth = (width + 1) / 2;
    int chromaHeight = (height + 1) / 2;
    frame =
        new Frame(
            0,
            0,
            width,
            height,
            plane(width, height),
            plane(chromaWidth, chromaHeight),
            plane(chromaWidth, chromaHeight),
            BT709);
  }

  private Plane plane(int width, int height) {
    int stride = width + 13;
    ByteBuffer all = ByteBuffer.allocateDirect(2 * MARGIN + stride * height);
    for (int i = 0; i < all.capacity(); i++) {
      all.put(i, GUARD);
    }
    Plane plane = new Plane(all.slice(MARGIN, stride * height), stride, width, height);
    for (int row = 0; row < height; row++) {
      for (int x = 0; x < width; x++) {
        plane.bytes().put(row * stride + x, (byte) GREY);
      }
    }
    memory.add(all);
    return plane;
  }

  Frame frame() {
    return frame;
  }

  int luma(int x, int y) {
    return frame.y().bytes().get(y * frame.y().stride() + x) & 0xFF;
  }

  /** How many luma samples are no longer grey. */
  long drawn() {
    long drawn = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        drawn += luma(x, y) == GREY ? 0 : 1;
      }
    }
    return drawn;
  }

  void assertGuardsUntouched() {
    List<Plane> planes = List.of(frame.y(), frame.u(), frame.v());
    for (int p = 0; p < planes.size(); p++) {
      Plane plane = planes.get(p);
      ByteBuffer all = memory.get(p);
      for (int i = 0; i < all.capacity(); i++) {
        int inside = i - MARGIN;
        boolean sample =
            inside >= 0
                && inside / plane.stride() < plane.height()
                && inside % plane.stride() < plane.width();
        if (!sample) {
          assertEquals(GUARD, all.get(i), "plane " + p + ", byte " + inside);
        }
      }
    }
  }
}
