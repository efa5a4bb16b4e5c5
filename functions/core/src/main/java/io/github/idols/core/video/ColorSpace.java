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
    BT601(0.299, 0.114),
    BT709(0.2126, 0.0722),
    BT2020(0.2627, 0.0593);

    private final double red;
    private final double blue;

    Matrix(double red, double blue) {
      this.red = red;
      this.blue = blue;
    }

    /** Red's share of luma, {@code Kr} in the recommendations; green has what is left. */
    public double red() {
      return red;
    }

    /** Blue's share of luma, {@code Kb}. */
    public double blue() {
      return blue;
    }
  }
}
