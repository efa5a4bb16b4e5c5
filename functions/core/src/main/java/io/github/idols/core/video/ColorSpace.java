package io.github.idols.core.video;

/**
 * How Y, U and V relate to red, green and blue.
 *
 * @param matrix the coefficients
 * @param fullRange whether samples span 0-255 rather than 16-235 (16-240 for chroma)
 */
public record ColorSpace(Matrix matrix, boolean fullRange) {
  /** The coefficients in use, named after the ITU-R recommendation that defines them. */
  public enum Matrix {
    BT601,
    BT709,
    BT2020
  }
}
