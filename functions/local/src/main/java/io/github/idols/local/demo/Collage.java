package io.github.idols.local.demo;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.local.film.FilmWriter;
import java.nio.ByteBuffer;

/**
 * A picture onto which parts of others are put: planar YUV 4:2:0, BT.601, limited range. Not safe
 * for use by several threads.
 */
final class Collage {
  private static final int DARK = 24;
  private static final int NEUTRAL = 128;

  private final int width;
  private final int height;
  private final Plane y;
  private final Plane u;
  private final Plane v;

  /** An empty picture; both sides are even. */
  Collage(int width, int height) {
    this.width = width;
    this.height = height;
    y = plane(width, height);
    u = plane(width / 2, height / 2);
    v = plane(width / 2, height / 2);
  }

  private static Plane plane(int width, int height) {
    return new Plane(ByteBuffer.allocateDirect(width * height), width, width, height);
  }

  /** Makes it dark all over. */
  void clear() {
    fill(y, DARK);
    fill(u, NEUTRAL);
    fill(v, NEUTRAL);
  }

  private static void fill(Plane plane, int value) {
    ByteBuffer bytes = plane.bytes();
    for (int i = 0; i < bytes.capacity(); i++) {
      bytes.put(i, (byte) value);
    }
  }

  /**
   * Puts a part of a frame onto it, by bilinear interpolation.
   *
   * @param view in pixels of the frame; what is outside of it repeats its edge
   * @param place in pixels of this picture, inside of it
   */
  void put(Frame frame, Box view, Box place) {
    boolean full = frame.color().fullRange();
    put(frame.y(), view, y, place, full ? 16 : 0, full ? 219 / 255.0 : 1);
    Box halfView = view.scale(0.5, 0.5);
    Box halfPlace = place.scale(0.5, 0.5);
    double scale = full ? 224 / 255.0 : 1;
    put(frame.u(), halfView, u, halfPlace, NEUTRAL * (1 - scale), scale);
    put(frame.v(), halfView, v, halfPlace, NEUTRAL * (1 - scale), scale);
  }

  private static void put(Plane from, Box view, Plane to, Box place, double offset, double scale) {
    int left = (int) Math.round(place.x());
    int right = (int) Math.round(place.right());
    int top = (int) Math.round(place.y());
    int bottom = (int) Math.round(place.bottom());
    int[] columns = new int[right - left];
    int[] weights = new int[right - left];
    for (int x = left; x < right; x++) {
      double at = view.x() + (x + 0.5 - left) * view.width() / (right - left) - 0.5;
      double inside = Math.max(0, Math.min(from.width() - 1.001, at));
      columns[x - left] = (int) inside;
      weights[x - left] = (int) ((inside - Math.floor(inside)) * 256);
    }
    byte[] tones = new byte[256];
    for (int i = 0; i < tones.length; i++) {
      tones[i] = (byte) Math.round(offset + scale * i);
    }
    ByteBuffer in = from.bytes();
    ByteBuffer out = to.bytes();
    for (int row = top; row < bottom; row++) {
      double at = view.y() + (row + 0.5 - top) * view.height() / (bottom - top) - 0.5;
      double inside = Math.max(0, Math.min(from.height() - 1.001, at));
      int base = ((int) inside) * from.stride();
      int down = (int) ((inside - Math.floor(inside)) * 256);
      for (int i = 0; i < columns.length; i++) {
        int p = base + columns[i];
        int q = p + from.stride();
        int w = weights[i];
        int above = (in.get(p) & 0xff) * (256 - w) + (in.get(p + 1) & 0xff) * w;
        int below = (in.get(q) & 0xff) * (256 - w) + (in.get(q + 1) & 0xff) * w;
        int value = (above * (256 - down) + below * down + (1 << 15)) >> 16;
        out.put(row * to.stride() + left + i, tones[value]);
      }
    }
  }

  /** The picture as a frame of a film; it changes with this. */
  Frame frame(long index, long pts) {
    return new Frame(index, pts, width, height, y, u, v, FilmWriter.COLOR);
  }
}
