package io.github.idols.local.clips;

import java.util.Random;

/** The noise of a film or a camera: normal deviates on the luma. */
final class Grain {
  private final byte[] noise;
  private final Random random;

  /**
   * A grain.
   *
   * @param sigma its standard deviation
   */
  Grain(int pixels, double sigma, long seed) {
    random = new Random(seed);
    // Twice as much as is needed: each frame takes its part from another place.
    noise = new byte[2 * pixels];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) Math.max(-100, Math.min(100, Math.round(sigma * random.nextGaussian())));
    }
  }

  void add(Planes picture) {
    byte[] luma = picture.y();
    int from = random.nextInt(noise.length - luma.length + 1);
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) Math.max(16, Math.min(235, (luma[i] & 0xff) + noise[from + i]));
    }
  }
}
