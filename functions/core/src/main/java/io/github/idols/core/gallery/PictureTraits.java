package io.github.idols.core.gallery;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;

/**
 * What a picture shows besides who it is; by this its worth for a gallery is judged.
 *
 * @param turn how far the face is turned to a side, -1 to 1: where the nose lies between the eyes,
 *     0 in the middle, -1 under the eye that is the left one in the picture, 1 under the right one
 * @param sharpness of the aligned face, at least 0; about 0.02 for a blurred one, several times
 *     that for a sharp one
 * @param pattern 64 bits, one for each of 8 x 8 places of the aligned face: whether it gets lighter
 *     there from left to right (a "difference hash"). Copies of one picture differ in few
 */
public record PictureTraits(double turn, double sharpness, long pattern) {
  /** The middle of the aligned face, from the brows to the chin: no hair, no background. */
  private static final int FROM = 22;

  private static final int TO = AlignedFace.SIZE - FROM;

  private static final int CELLS = 8;

  /** Keeps the sharpness of a face without any light and shade at 0. */
  private static final double NOISE = 1;

  public PictureTraits {
    if (!(turn >= -1 && turn <= 1) || !(sharpness >= 0)) {
      throw new IllegalArgumentException("a turn of " + turn + ", a sharpness of " + sharpness);
    }
  }

  /** The traits of a face: its landmarks in the picture, and the face cut out by them. */
  public static PictureTraits of(Landmarks landmarks, AlignedFace face) {
    double[] luma = luma(face);
    return new PictureTraits(turn(landmarks), sharpness(luma), pattern(luma));
  }

  /** How many of the 64 places differ. */
  public int differences(PictureTraits other) {
    return Long.bitCount(pattern ^ other.pattern);
  }

  private static double turn(Landmarks face) {
    Point left = face.leftEye();
    Point right = face.rightEye();
    double dx = right.x() - left.x();
    double dy = right.y() - left.y();
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return 0;
    }
    double along = ((face.nose().x() - left.x()) * dx + (face.nose().y() - left.y()) * dy) / square;
    return Math.max(-1, Math.min(1, 2 * along - 1));
  }

  /** The variance of the Laplacian, in parts of the variance of the light: bright or dim alike. */
  private static double sharpness(double[] luma) {
    double sum = 0;
    double squares = 0;
    double edges = 0;
    int n = 0;
    for (int y = FROM; y < TO; y++) {
      for (int x = FROM; x < TO; x++) {
        int i = y * AlignedFace.SIZE + x;
        double laplacian =
            luma[i - 1]
                + luma[i + 1]
                + luma[i - AlignedFace.SIZE]
                + luma[i + AlignedFace.SIZE]
                - 4 * luma[i];
        // Its mean is next to nothing, so the mean of the squares is the variance.
        edges += laplacian * laplacian;
        sum += luma[i];
        squares += luma[i] * luma[i];
        n++;
      }
    }
    double mean = sum / n;
    return edges / n / (squares / n - mean * mean + NOISE);
  }

  private static long pattern(double[] luma) {
    long bits = 0;
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        boolean lighter = cell(luma, column + 1, row) > cell(luma, column, row);
        bits = bits << 1 | (lighter ? 1 : 0);
      }
    }
    return bits;
  }

  /** The light of one of 9 x 8 cells, summed: they are of one size. */
  private static double cell(double[] luma, int column, int row) {
    int width = AlignedFace.SIZE / (CELLS + 1);
    int height = AlignedFace.SIZE / CELLS;
    double sum = 0;
    for (int y = row * height; y < (row + 1) * height; y++) {
      for (int x = column * width; x < (column + 1) * width; x++) {
        sum += luma[y * AlignedFace.SIZE + x];
      }
    }
    return sum;
  }

  /** The light of all pixels, row by row. */
  private static double[] luma(AlignedFace face) {
    double[] luma = new double[AlignedFace.SIZE * AlignedFace.SIZE];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = face.luma(i % AlignedFace.SIZE, i / AlignedFace.SIZE);
    }
    return luma;
  }
}
