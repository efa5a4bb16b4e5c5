package io.github.idols.local.clips;

import java.util.List;

/**
 * The light of a scene: how much of red, green and blue is left of a picture, the same all over or
 * with spots.
 *
 * @param red share of it all over; likewise {@code green} and {@code blue}
 * @param lift what is added to the luma, as a bright haze does
 * @param spots brighter places
 * @param flicker how much darker every other moment is, 0 to 1
 */
record Light(double red, double green, double blue, int lift, List<Spot> spots, double flicker) {
  /** As it is. */
  static final Light PLAIN = new Light(1, 1, 1, 0, List.of(), 0);

  /** Sides of the squares in which the light is the same; spots are far larger. */
  private static final int SQUARE = 8;

  /** A flicker lasts as many frames. */
  private static final int FLICKER = 3;

  Light {
    spots = List.copyOf(spots);
  }

  /**
   * A round spot that fades outwards; lengths are shares of the picture's width.
   *
   * @param x centre at the beginning; likewise {@code y}
   * @param speed how far it goes to the right in the scene
   */
  record Spot(
      double x, double y, double speed, double radius, double red, double green, double blue) {}

  /** Lights a picture. */
  void shine(Planes picture, int frame, double t) {
    double now = frame / FLICKER % 2 == 0 ? 1 : 1 - flicker;
    if (equals(PLAIN)) {
      return;
    }
    double[] gains = new double[3];
    for (int top = 0; top < picture.height(); top += SQUARE) {
      for (int left = 0; left < picture.width(); left += SQUARE) {
        gains(gains, left / (double) picture.width(), top / (double) picture.width(), t);
        square(picture, left, top, gains[0] * now, gains[1] * now, gains[2] * now);
      }
    }
  }

  private void gains(double[] gains, double x, double y, double t) {
    gains[0] = red;
    gains[1] = green;
    gains[2] = blue;
    for (Spot spot : spots) {
      double dx = (x - spot.x - spot.speed * t) / spot.radius;
      double dy = (y - spot.y) / spot.radius;
      double near = 1 - dx * dx - dy * dy;
      if (near > 0) {
        gains[0] += near * spot.red;
        gains[1] += near * spot.green;
        gains[2] += near * spot.blue;
      }
    }
  }

  /** BT.601: to red, green and blue, through the light, and back; linear, so in one step. */
  private void square(Planes picture, int left, int top, double r, double g, double b) {
    float own = (float) (0.299 * r + 0.587 * g + 0.114 * b);
    float ofU = (float) (-0.504 * 0.392 * g + 0.098 * 2.017 * b);
    float ofV = (float) (0.257 * 1.596 * r - 0.504 * 0.813 * g);
    float uOfY = (float) (1.164 * (-0.148 * r - 0.291 * g + 0.439 * b));
    float uOfU = (float) (0.291 * 0.392 * g + 0.439 * 2.017 * b);
    float uOfV = (float) (-0.148 * 1.596 * r + 0.291 * 0.813 * g);
    float vOfY = (float) (1.164 * (0.439 * r - 0.368 * g - 0.071 * b));
    float vOfU = (float) (0.368 * 0.392 * g - 0.071 * 2.017 * b);
    float vOfV = (float) (0.439 * 1.596 * r + 0.368 * 0.813 * g);
    int width = picture.width();
    byte[] luma = picture.y();
    int right = Math.min(left + SQUARE, width);
    int bottom = Math.min(top + SQUARE, picture.height());
    for (int row = top; row < bottom; row += 2) {
      for (int x = left; x < right; x += 2) {
        int c = row / 2 * (width / 2) + x / 2;
        int at = row * width + x;
        float u = (picture.u()[c] & 0xff) - 128;
        float v = (picture.v()[c] & 0xff) - 128;
        float mean = (luma[at] & 0xff) - 16;
        float color = ofU * u + ofV * v + 16 + lift;
        luma[at] = luma(own * mean + color);
        luma[at + 1] = luma(own * ((luma[at + 1] & 0xff) - 16) + color);
        luma[at + width] = luma(own * ((luma[at + width] & 0xff) - 16) + color);
        luma[at + width + 1] = luma(own * ((luma[at + width + 1] & 0xff) - 16) + color);
        picture.u()[c] = chroma(uOfY * mean + uOfU * u + uOfV * v);
        picture.v()[c] = chroma(vOfY * mean + vOfU * u + vOfV * v);
      }
    }
  }

  private static byte luma(float value) {
    return (byte) Math.max(16, Math.min(235, (int) value));
  }

  private static byte chroma(float value) {
    return (byte) Math.max(16, Math.min(240, (int) (value + 128.5f)));
  }
}
