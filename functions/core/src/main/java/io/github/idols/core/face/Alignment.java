package io.github.idols.core.face;

import java.util.List;

/**
 * The similarity transform (turn, one scale, shift) from an aligned face to a picture.
 *
 * <p>Maps pixel {@code (u, v)} of the aligned face to {@code (a u - b v + tx, b u + a v + ty)} of
 * the picture.
 */
public record Alignment(double a, double b, double tx, double ty) {
  /**
   * Where the landmarks of a face lie in the 112 x 112 picture that ArcFace and its kin are trained
   * on (Deng et al., "ArcFace", 2019).
   */
  static final List<Point> ARCFACE =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  /**
   * The transform that takes the ArcFace template closest to a face's landmarks, by least squares
   * (Umeyama, "Least-squares estimation of transformation parameters", 1991, for two dimensions
   * without reflection).
   */
  public static Alignment toArcFace(Landmarks face) {
    List<Point> to =
        List.of(face.leftEye(), face.rightEye(), face.nose(), face.leftMouth(), face.rightMouth());
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    int n = ARCFACE.size();
    for (int i = 0; i < n; i++) {
      fromX += ARCFACE.get(i).x() / n;
      fromY += ARCFACE.get(i).y() / n;
      toX += to.get(i).x() / n;
      toY += to.get(i).y() / n;
    }
    double dot = 0;
    double cross = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double fx = ARCFACE.get(i).x() - fromX;
      double fy = ARCFACE.get(i).y() - fromY;
      double gx = to.get(i).x() - toX;
      double gy = to.get(i).y() - toY;
      dot += fx * gx + fy * gy;
      cross += fx * gy - fy * gx;
      spread += fx * fx + fy * fy;
    }
    double a = dot / spread;
    double b = cross / spread;
    return new Alignment(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
  }

  /** Pixels of the picture that one pixel of the aligned face spans. */
  public double scale() {
    return Math.hypot(a, b);
  }

  /** Where a point of the aligned face lies in the picture. */
  public Point apply(double u, double v) {
    return new Point(a * u - b * v + tx, b * u + a * v + ty);
  }
}
