package io.github.idols.local.clips;

/** How a clip looks. */
public enum Look {
  /**
   * A music video: close-ups as well as wide shots, coloured light now and then, clean pictures.
   */
  MV,
  /** A stage seen from the hall: small faces, dim light, coloured spots, noise, motion blur. */
  STAGE
}
