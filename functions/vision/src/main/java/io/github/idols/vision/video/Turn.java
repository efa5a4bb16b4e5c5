package io.github.idols.vision.video;

import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;

/**
 * How a picture is turned to stand upright: first mirrored left to right if need be, then rotated
 * clockwise.
 *
 * @param mirrored whether left and right change places
 * @param degrees 0, 90, 180 or 270
 */
record Turn(boolean mirrored, int degrees) {
  static final Turn NONE = new Turn(false, 0);

  /** Both planes of a tile stay in the processor's nearest cache. */
  private static final int TILE = 32;

  /** Whether width and height change places. */
  boolean swapsSides() {
    return degrees % 180 != 0;
  }

  /** Copies one plane into another that has the turned size. */
  void copy(Plane from, Plane to) {
    ByteBuffer source = from.bytes();
    ByteBuffer target = to.bytes();
    int width = from.width();
    int height = from.height();
    // The target of the source's upper left sample, and the steps of one column and one row.
    int right = to.width() - 1;
    int below = (to.height() - 1) * to.stride();
    int origin =
        switch (degrees) {
          case 0 -> 0;
          case 90 -> right;
          case 180 -> right + below;
          case 270 -> below;
          default -> throw new IllegalStateException("a turn by " + degrees + " degrees");
        };
    int column =
        degrees == 0 ? 1 : degrees == 180 ? -1 : degrees == 90 ? to.stride() : -to.stride();
    int row = degrees == 0 ? to.stride() : degrees == 180 ? -to.stride() : degrees == 90 ? -1 : 1;
    if (mirrored) {
      origin += (width - 1) * column;
      column = -column;
    }
    for (int top = 0; top < height; top += TILE) {
      int bottom = Math.min(top + TILE, height);
      for (int left = 0; left < width; left += TILE) {
        int end = Math.min(left + TILE, width);
        for (int y = top; y < bottom; y++) {
          int in = y * from.stride() + left;
          int out = origin + y * row + left * column;
          for (int x = left; x < end; x++) {
            target.put(out, source.get(in++));
            out += column;
          }
        }
      }
    }
  }
}
