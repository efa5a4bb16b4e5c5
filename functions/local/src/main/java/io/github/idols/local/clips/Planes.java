package io.github.idols.local.clips;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;

/**
 * A picture that is worked on: planar YUV 4:2:0, BT.601, limited range, both sides even. On arrays,
 * which the JVM goes through faster than through buffers.
 */
final class Planes {
  private final int width;
  private final int height;
  private final byte[] y;
  private final byte[] u;
  private final byte[] v;

  private Planes(int width, int height, byte[] y, byte[] u, byte[] v) {
    this.width = width;
    this.height = height;
    this.y = y;
    this.u = u;
    this.v = v;
  }

  static Planes empty(int width, int height) {
    int chroma = width / 2 * (height / 2);
    return new Planes(width, height, new byte[width * height], new byte[chroma], new byte[chroma]);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Luma, rows from the top; not a copy. */
  byte[] y() {
    return y;
  }

  /** Blue difference at half the size; not a copy. */
  byte[] u() {
    return u;
  }

  /** Red difference at half the size; not a copy. */
  byte[] v() {
    return v;
  }

  /** Copies a part of a frame, widened or cut to what the frame has at even pixels. */
  static Planes of(Frame frame, Box part) {
    int left = (int) Math.max(0, part.x()) & ~1;
    int top = (int) Math.max(0, part.y()) & ~1;
    int width = ((int) Math.min(frame.width(), part.right()) - left) & ~1;
    int height = ((int) Math.min(frame.height(), part.bottom()) - top) & ~1;
    Planes copy = empty(width, height);
    boolean full = frame.color().fullRange();
    byte[] luma = tones(full ? 16 : 0, full ? 219 / 255.0 : 1);
    byte[] chroma = full ? tones(128 * (1 - 224 / 255.0), 224 / 255.0) : tones(0, 1);
    copy(frame.y(), left, top, copy.y, width, luma);
    copy(frame.u(), left / 2, top / 2, copy.u, width / 2, chroma);
    copy(frame.v(), left / 2, top / 2, copy.v, width / 2, chroma);
    return copy;
  }

  private static byte[] tones(double offset, double scale) {
    byte[] tones = new byte[256];
    for (int i = 0; i < tones.length; i++) {
      tones[i] = (byte) Math.round(offset + scale * i);
    }
    return tones;
  }

  private static void copy(Plane from, int left, int top, byte[] to, int width, byte[] tones) {
    for (int i = 0; i < to.length; i += width) {
      from.bytes().get((top + i / width) * from.stride() + left, to, i, width);
      for (int x = i; x < i + width; x++) {
        to[x] = tones[to[x] & 0xff];
      }
    }
  }

  /** The same in half the size, each sample the mean of four. */
  Planes halved() {
    int w = width / 4 * 2;
    int h = height / 4 * 2;
    return new Planes(
        w,
        h,
        halved(y, width, w, h),
        halved(u, width / 2, w / 2, h / 2),
        halved(v, width / 2, w / 2, h / 2));
  }

  private static byte[] halved(byte[] from, int fromWidth, int width, int height) {
    byte[] to = new byte[width * height];
    for (int row = 0; row < height; row++) {
      int at = 2 * row * fromWidth;
      for (int x = 0; x < width; x++, at += 2) {
        int sum =
            (from[at] & 0xff)
                + (from[at + 1] & 0xff)
                + (from[at + fromWidth] & 0xff)
                + (from[at + fromWidth + 1] & 0xff);
        to[row * width + x] = (byte) ((sum + 2) >> 2);
      }
    }
    return to;
  }

  /** Makes this a copy of another picture of its size. */
  void copy(Planes other) {
    System.arraycopy(other.y, 0, y, 0, y.length);
    System.arraycopy(other.u, 0, u, 0, u.length);
    System.arraycopy(other.v, 0, v, 0, v.length);
  }

  /** Mixes another picture of its size into this. */
  void mix(Planes other, double share) {
    int weight = (int) Math.round(256 * share);
    mix(other.y, y, weight);
    mix(other.u, u, weight);
    mix(other.v, v, weight);
  }

  private static void mix(byte[] from, byte[] to, int weight) {
    for (int i = 0; i < to.length; i++) {
      to[i] = (byte) (((from[i] & 0xff) * weight + (to[i] & 0xff) * (256 - weight) + 128) >> 8);
    }
  }

  /** Puts the samples into planes of a frame of the same size. */
  void store(Plane toY, Plane toU, Plane toV) {
    store(y, toY);
    store(u, toU);
    store(v, toV);
  }

  private static void store(byte[] samples, Plane plane) {
    ByteBuffer to = plane.bytes();
    to.clear().put(samples).clear();
  }
}
