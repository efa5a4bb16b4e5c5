package io.github.idols.vision.render;

import io.github.idols.core.video.ColorSpace;

/**
 * A colour for the screen (sRGB, gamma-coded), each part from 0 to 255.
 *
 * @param red red
 * @param green green
 * @param blue blue
 */
record Rgb(int red, int green, int blue) {
  static final Rgb BLACK = new Rgb(0, 0, 0);
  static final Rgb WHITE = new Rgb(255, 255, 255);

  /** Reads {@code 0xRRGGBB}. */
  static Rgb of(int hex) {
    return new Rgb(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF);
  }

  /** This colour ({@code t} = 0) moved towards another ({@code t} = 1). */
  Rgb towards(Rgb other, double t) {
    return new Rgb(
        (int) Math.round(red + (other.red - red) * t),
        (int) Math.round(green + (other.green - green) * t),
        (int) Math.round(blue + (other.blue - blue) * t));
  }

  /** Black or white, whichever reads better on this colour by WCAG 2's contrast ratio. */
  Rgb ink() {
    double light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? BLACK : WHITE;
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** The same colour as a video writes it. */
  Yuv in(ColorSpace space) {
    double kr = space.matrix().red();
    double kb = space.matrix().blue();
    double y = (kr * red + (1 - kr - kb) * green + kb * blue) / 255;
    double u = (blue / 255.0 - y) / (2 * (1 - kb));
    double v = (red / 255.0 - y) / (2 * (1 - kr));
    boolean full = space.fullRange();
    double chroma = full ? 255 : 224;
    return new Yuv(
        (int) Math.round(full ? y * 255 : 16 + y * 219),
        (int) Math.min(255, Math.round(128 + u * chroma)),
        (int) Math.min(255, Math.round(128 + v * chroma)));
  }

  /**
   * A colour as a video writes it, each part from 0 to 255.
   *
   * @param y luma
   * @param u blue difference
   * @param v red difference
   */
  record Yuv(int y, int u, int v) {}
}
