package io.github.idols.core.gallery;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import java.util.List;

/**
 * The original tool's rule: the euclidean distance to every known face; the least one names the
 * face when it is within the tolerance.
 *
 * <p>A score is {@code 1 - d² / 2}, the cosine that belongs to the distance {@code d} of two
 * vectors of length 1: it orders people as the distance does, and is larger for the more similar.
 *
 * <p>Like the original it does not ask how much a face shows. (Measured: of many pictures made soft
 * one or the other is close to any soft face, and strangers get names.)
 */
public final class NearestMatcher implements Matcher {
  private final List<String> people;
  private final List<List<Embedding>> faces;
  private final double tolerance;

  /**
   * Takes all faces of a gallery.
   *
   * @param tolerance largest euclidean distance that gives a name, 0 to 2
   * @throws IllegalArgumentException when the tolerance is out of range
   */
  public NearestMatcher(Gallery gallery, double tolerance) {
    if (!(tolerance >= 0 && tolerance <= 2)) {
      throw new IllegalArgumentException("a distance lies between 0 and 2, not at " + tolerance);
    }
    this.people = gallery.people().stream().map(Person::name).toList();
    this.faces =
        gallery.people().stream()
            .map(p -> p.pictures().stream().map(Picture::embedding).toList())
            .toList();
    this.tolerance = tolerance;
  }

  @Override
  public List<String> people() {
    return people;
  }

  @Override
  public double[] scores(Embedding face, Detail detail) {
    double[] scores = new double[faces.size()];
    for (int i = 0; i < scores.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (Embedding known : faces.get(i)) {
        least = Math.min(least, face.distance(known));
      }
      scores[i] = 1 - least * least / 2;
    }
    return scores;
  }

  @Override
  public boolean accepts(double score) {
    return Math.sqrt(Math.max(0, 2 - 2 * score)) <= tolerance;
  }
}
