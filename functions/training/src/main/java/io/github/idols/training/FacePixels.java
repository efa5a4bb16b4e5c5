package io.github.idols.training;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.WideFace;

/**
 * How a face goes into the network: all red, then all green, then all blue, {@code (x - 127.5) /
 * 128}.
 */
final class FacePixels {
  /** Width and height in pixels. */
  static final int SIZE = AlignedFace.SIZE;

  /** Pixels of one channel. */
  static final int CHANNEL = SIZE * SIZE;

  /** Numbers of one face. */
  static final int LENGTH = 3 * CHANNEL;

  private FacePixels() {}

  /**
   * What the network is trained and fed with.
   *
   * @param sample 0 to 255
   */
  static float normalised(float sample) {
    return (sample - 127.5f) / 128;
  }

  /** The aligned face in the middle, unchanged: just what is served. */
  static float[] plain(WideFace face) {
    return of(face.aligned());
  }

  /** A face as it looks with so much detail. */
  static float[] at(WideFace face, Detail detail) {
    return switch (detail) {
      case FULL -> of(face.aligned());
      case HALF -> of(face.aligned().softened(2));
      case QUARTER -> of(face.aligned().softened(4));
    };
  }

  private static float[] of(AlignedFace face) {
    float[] pixels = new float[LENGTH];
    for (int i = 0; i < CHANNEL; i++) {
      for (int c = 0; c < 3; c++) {
        pixels[c * CHANNEL + i] = normalised(face.sample(3 * i + c));
      }
    }
    return pixels;
  }
}
