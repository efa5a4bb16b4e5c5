package io.github.idols.vision.render;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A pen that draws a rounded box with a dark edge on either side of its line, so that it reads on
 * light and dark ground alike.
 *
 * <p>It is anti-aliased and takes boxes at fractions of a pixel, so that the box of a slowly moving
 * face glides. Whether a sample is on the line follows from its distance to the rounded rectangle
 * (the usual signed distance function); the straight parts share one distance a row or column,
 * which keeps it cheap. Immutable.
 *
 * @param line width of the coloured line in pixels
 * @param edge width of the dark edges in pixels
 * @param radius radius of the corners in pixels, at the middle of the line
 * @param color the line's colour
 * @param dark the edges' colour
 */
record BoxStroke(double line, double edge, double radius, Rgb.Yuv color, Rgb.Yuv dark) {
  /** How much of the ground the dark edges hide, of 256. */
  private static final int EDGE_OPACITY = 130;

  private static final int OPAQUE = 256;

  /** Draws it on all planes; what falls outside of the frame is cut off. */
  void draw(Frame frame, Box box) {
    new OnPlane(box, frame.y(), 1, color.y(), dark.y()).draw();
    new OnPlane(box, frame.u(), 2, color.u(), dark.u()).draw();
    new OnPlane(box, frame.v(), 2, color.v(), dark.v()).draw();
  }

  /** How far the line's outermost pixels are from the box. */
  private double reach() {
    return line / 2 + edge;
  }

  /** One box on one plane, whose samples are {@code pitch} pixels apart. */
  private final class OnPlane {
    private final Plane plane;
    private final ByteBuffer bytes;
    private final int pitch;
    private final int ink;
    private final int shade;
    private final double centerX;
    private final double centerY;
    private final double halfWidth;
    private final double halfHeight;
    private final double corner;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;

    /** First sample column after the left corners and after the straight part. */
    private final int straightLeft;

    private final int straightRight;

    /** The samples of one row from {@code left} on: an array is drawn on faster than the frame. */
    private final byte[] row;

    OnPlane(Box box, Plane plane, int pitch, int ink, int shade) {
      this.plane = plane;
      this.bytes = plane.bytes();
      this.pitch = pitch;
      this.ink = ink;
      this.shade = shade;
      centerX = box.centerX();
      centerY = box.centerY();
      halfWidth = box.width() / 2;
      halfHeight = box.height() / 2;
      corner = Math.min(radius, Math.min(halfWidth, halfHeight));
      double reach = reach() + pitch;
      left = sample(box.x() - reach, plane.width());
      right = sample(box.right() + reach + pitch, plane.width());
      top = sample(box.y() - reach, plane.height());
      bottom = sample(box.bottom() + reach + pitch, plane.height());
      double bend = Math.max(corner, reach) + pitch;
      int from = sample(box.x() + bend + pitch, plane.width());
      int to = sample(box.right() - bend, plane.width());
      straightLeft = from < to ? from : right;
      straightRight = from < to ? to : right;
      row = new byte[Math.max(0, right - left)];
    }

    private int sample(double pixel, int limit) {
      return (int) Math.max(0, Math.min(limit, Math.floor(pixel / pitch)));
    }

    void draw() {
      double bend = Math.max(corner, reach() + pitch) + pitch;
      for (int r = top; r < bottom; r++) {
        double y = Math.abs((r + 0.5) * pitch - centerY);
        int at = r * plane.stride();
        if (y > halfHeight - bend) {
          take(at, left, right);
          bent(left, straightLeft, y);
          if (straightLeft < straightRight) {
            run(straightLeft, straightRight, y - halfHeight);
          }
          bent(straightRight, right, y);
          give(at, left, right);
        } else {
          side(at, left, straightLeft);
          side(at, straightRight, right);
        }
      }
    }

    private void take(int at, int from, int to) {
      bytes.get(at + from, row, from - left, to - from);
    }

    private void give(int at, int from, int to) {
      bytes.put(at + from, row, from - left, to - from);
    }

    /** Where the line runs straight down, on one side. */
    private void side(int at, int from, int to) {
      if (from < to) {
        take(at, from, to);
        for (int x = from; x < to; x++) {
          blend(x, Math.abs((x + 0.5) * pitch - centerX) - halfWidth);
        }
        give(at, from, to);
      }
    }

    /** Where the line may bend. */
    private void bent(int from, int to, double y) {
      double overY = y - (halfHeight - corner);
      for (int x = from; x < to; x++) {
        double overX = Math.abs((x + 0.5) * pitch - centerX) - (halfWidth - corner);
        double distance =
            overX > 0 && overY > 0
                ? Math.sqrt(overX * overX + overY * overY) - corner
                : Math.max(overX, overY) - corner;
        blend(x, distance);
      }
    }

    private void run(int from, int to, double distance) {
      int inner = covered(distance, line / 2);
      int outer = (covered(distance, reach()) * EDGE_OPACITY) >> 8;
      if (inner == OPAQUE) {
        Arrays.fill(row, from - left, to - left, (byte) ink);
      } else if (inner + outer > 0) {
        for (int x = from; x < to; x++) {
          mix(x, inner, outer);
        }
      }
    }

    private void blend(int x, double distance) {
      int inner = covered(distance, line / 2);
      int outer = (covered(distance, reach()) * EDGE_OPACITY) >> 8;
      if (inner + outer > 0) {
        mix(x, inner, outer);
      }
    }

    private void mix(int x, int inner, int outer) {
      int value = row[x - left] & 0xFF;
      value += ((shade - value) * outer) >> 8;
      value += ((ink - value) * inner) >> 8;
      row[x - left] = (byte) value;
    }

    /** How much of a sample lies within {@code half} of the line's middle, of 256. */
    private int covered(double distance, double half) {
      double share = (half - Math.abs(distance)) / pitch + 0.5;
      return share <= 0 ? 0 : share >= 1 ? OPAQUE : (int) (share * OPAQUE);
    }
  }
}
