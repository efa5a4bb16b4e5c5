package io.github.idols.core.gallery.health;

/**
 * The embeddings of a person added up: gives cosines to their mean, also with one of them left out.
 */
final class FaceSum {
  /** What rounding leaves of a sum that cancels out. */
  private static final double NOTHING = 1e-6;

  private final double[] values;
  private final double square;

  FaceSum(CheckedPerson person) {
    double[] sum = {};
    for (CheckedPicture picture : person.pictures()) {
      float[] face = picture.embedding().toArray();
      sum = sum.length == 0 ? new double[face.length] : sum;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += face[i];
      }
    }
    double length = 0;
    for (double value : sum) {
      length += value * value;
    }
    values = sum;
    square = length;
  }

  /** To the mean; -1 where there is none. */
  double cosine(CheckedPicture picture) {
    return square < NOTHING ? -1 : dot(picture) / Math.sqrt(square);
  }

  /** To the mean of all but the picture, which is one of them; -1 where there is none. */
  double cosineWithout(CheckedPicture picture) {
    double dot = dot(picture);
    double rest = square - 2 * dot + 1;
    return rest < NOTHING ? -1 : (dot - 1) / Math.sqrt(rest);
  }

  private double dot(CheckedPicture picture) {
    float[] face = picture.embedding().toArray();
    double dot = 0;
    for (int i = 0; i < values.length; i++) {
      dot += values[i] * face[i];
    }
    return dot;
  }
}
