package io.github.idols.local.clips;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;

/**
 * A person cut out of a picture, head and shoulders, with edges that fade out.
 *
 * @param face where the face is in it, in pixels
 */
record Portrait(Planes picture, Box face) {
  /** Wide enough for hair, and down to the shoulders. */
  private static final double WIDTH_IN_FACES = 2.4;

  private static final double ABOVE_IN_FACES = 1.2;
  private static final double BELOW_IN_FACES = 1.8;

  /** Reduced further than this at once, interpolation between two neighbours would alias. */
  private static final double LEAST_SCALE = 0.6;

  /** How much of the shorter side fades out at each edge. */
  private static final double FADING = 0.12;

  static Portrait of(Frame frame, Box face) {
    double side = Math.max(face.width(), face.height());
    Planes cut =
        Planes.of(
            frame,
            new Box(
                face.centerX() - WIDTH_IN_FACES / 2 * side,
                face.centerY() - ABOVE_IN_FACES * side,
                WIDTH_IN_FACES * side,
                (ABOVE_IN_FACES + BELOW_IN_FACES) * side));
    double left = (int) Math.max(0, face.centerX() - WIDTH_IN_FACES / 2 * side) & ~1;
    double top = (int) Math.max(0, face.centerY() - ABOVE_IN_FACES * side) & ~1;
    return new Portrait(cut, new Box(face.x() - left, face.y() - top, face.width(), face.height()));
  }

  /** The same for being shown at a scale, given for this one: smaller where that looks better. */
  Portrait shownAt(double scale) {
    Portrait shown = this;
    for (double s = scale; s < LEAST_SCALE && shown.picture.width() >= 16; s *= 2) {
      Planes half = shown.picture.halved();
      shown = new Portrait(half, shown.face.scale(0.5, 0.5));
    }
    return shown;
  }

  /** How far the portrait covers what is behind it, 0 to 256, for each sample of a side. */
  static int[] fading(int length, int shorter) {
    int[] cover = new int[length];
    double edge = Math.max(1, FADING * shorter);
    for (int i = 0; i < length; i++) {
      double t = Math.min(1, Math.min(i, length - 1 - i) / edge);
      cover[i] = (int) Math.round(256 * t * t * (3 - 2 * t));
    }
    return cover;
  }
}
