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

  /** From the middle between the template's eyes to the middle of its mouth. */
  private static final double EYES_TO_MOUTH = 40.687;

  /**
   * The transform that takes the ArcFace template closest to a face's landmarks, by least squares
   * (Umeyama, "Least-squares estimation of transformation parameters", 1991, for two dimensions
   * without reflection). Faces that are turned aside are not taken for smaller ones: the scale is
   * at least that of the way from the eyes to the mouth.
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
    double foreshortened = foreshortened(face, Math.hypot(dot, cross) / spread);
    double a = dot / spread * foreshortened;
    double b = cross / spread * foreshortened;
    return new Alignment(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
  }

  /**
   * By how much the transform must grow for a face that is turned aside. Its eyes and its mouth's
   * corners come closer to each other, so that the fit takes it for smaller than it is and cuts off
   * its forehead and chin; the way from the eyes to the mouth stays as long. (Measured on a made
   * music video: a profile's cosine to its person rose from 0.50 to 0.61, while frontal faces kept
   * theirs.)
   *
   * @param scale of the fit, pixels of the picture for one of the template
   */
  private static double foreshortened(Landmarks face, double scale) {
    double x =
        face.leftMouth().x() + face.rightMouth().x() - face.leftEye().x() - face.rightEye().x();
    double y =
        face.leftMouth().y() + face.rightMouth().y() - face.leftEye().y() - face.rightEye().y();
    return Math.max(1, Math.hypot(x, y) / 2 / (EYES_TO_MOUTH * scale));
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
