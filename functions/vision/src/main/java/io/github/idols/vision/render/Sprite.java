package io.github.idols.vision.render;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;

/**
 * A small picture with transparency, in the planes of a video.
 *
 * <p>Its sides are even; chroma has half of them, and chroma's opacity is the mean of its four
 * pixels'. Immutable once made.
 */
final class Sprite {
  private final int width;
  private final int height;
  private final Layer y;
  private final Layer u;
  private final Layer v;

  /** One plane: values and their opacity, 255 being opaque. */
  private static final class Layer {
    final int width;
    final int height;
    final byte[] values;
    final byte[] opacity;

    Layer(int width, int height, byte[] opacity) {
      this.width = width;
      this.height = height;
      values = new byte[width * height];
      this.opacity = opacity;
    }
  }

  private Sprite(int width, int height, Layer y, Layer u, Layer v) {
    this.width = width;
    this.height = height;
    this.y = y;
    this.u = u;
    this.v = v;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * Draws it with its upper left corner at (left, top), which must be even; what falls outside of
   * the frame is cut off.
   */
  void drawOn(Frame frame, int left, int top) {
    blend(frame.y(), y, left, top);
    blend(frame.u(), u, left >> 1, top >> 1);
    blend(frame.v(), v, left >> 1, top >> 1);
  }

  private static void blend(Plane plane, Layer layer, int left, int top) {
    ByteBuffer bytes = plane.bytes();
    int fromX = Math.max(0, -left);
    int toX = Math.min(layer.width, plane.width() - left);
    int toY = Math.min(layer.height, plane.height() - top);
    if (fromX >= toX) {
      return;
    }
    // An array is drawn on faster than the frame.
    byte[] under = new byte[layer.width];
    for (int row = Math.max(0, -top); row < toY; row++) {
      int target = (top + row) * plane.stride() + left;
      int source = row * layer.width;
      bytes.get(target + fromX, under, fromX, toX - fromX);
      for (int x = fromX; x < toX; x++) {
        int opacity = layer.opacity[source + x] & 0xFF;
        if (opacity == 255) {
          under[x] = layer.values[source + x];
        } else if (opacity > 0) {
          int value = layer.values[source + x] & 0xFF;
          under[x] = (byte) ((value * opacity + (under[x] & 0xFF) * (255 - opacity) + 127) / 255);
        }
      }
      bytes.put(target + fromX, under, fromX, toX - fromX);
    }
  }

  /** A sheet on which shapes are laid over each other until it becomes a sprite. */
  static final class Sheet {
    private final int width;
    private final int height;

    /** Red, green and blue, each already multiplied by the opacity, and the opacity: 0 to 1. */
    private final float[][] pixels;

    /** A transparent sheet of even sides. */
    Sheet(int width, int height) {
      this.width = width + (width & 1);
      this.height = height + (height & 1);
      pixels = new float[4][this.width * this.height];
    }

    /** Lays a shape in one colour over what is there. */
    Sheet fill(java.awt.Shape shape, Rgb color, double opacity) {
      float[] shares = Coverage.of(shape, width, height);
      float[] source = {color.red() / 255f, color.green() / 255f, color.blue() / 255f, 1};
      for (int i = 0; i < shares.length; i++) {
        float share = shares[i] * (float) opacity;
        for (int part = 0; part < 4; part++) {
          pixels[part][i] = source[part] * share + pixels[part][i] * (1 - share);
        }
      }
      return this;
    }

    Sprite toSprite(ColorSpace space) {
      Layer y = new Layer(width, height, new byte[width * height]);
      int chromaWidth = width / 2;
      int chromaHeight = height / 2;
      byte[] chromaOpacity = new byte[chromaWidth * chromaHeight];
      Layer u = new Layer(chromaWidth, chromaHeight, chromaOpacity);
      Layer v = new Layer(chromaWidth, chromaHeight, chromaOpacity);
      for (int i = 0; i < width * height; i++) {
        y.values[i] = (byte) color(i).in(space).y();
        y.opacity[i] = (byte) Math.round(pixels[3][i] * 255);
      }
      for (int row = 0; row < chromaHeight; row++) {
        for (int x = 0; x < chromaWidth; x++) {
          int first = 2 * row * width + 2 * x;
          int i = row * chromaWidth + x;
          int[] four = {first, first + 1, first + width, first + width + 1};
          Rgb.Yuv yuv = color(four).in(space);
          u.values[i] = (byte) yuv.u();
          v.values[i] = (byte) yuv.v();
          chromaOpacity[i] = (byte) Math.round(mean(3, four) * 255);
        }
      }
      return new Sprite(width, height, y, u, v);
    }

    /** The mean colour of some pixels, each weighing as much as it is opaque. */
    private Rgb color(int... at) {
      float opacity = mean(3, at);
      return opacity == 0
          ? Rgb.BLACK
          : new Rgb(part(0, opacity, at), part(1, opacity, at), part(2, opacity, at));
    }

    private int part(int part, float opacity, int... at) {
      return Math.min(255, Math.round(mean(part, at) / opacity * 255));
    }

    private float mean(int part, int... at) {
      float sum = 0;
      for (int i : at) {
        sum += pixels[part][i];
      }
      return sum / at.length;
    }
  }
}
