package io.github.idols.core.gallery;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import java.util.List;

/**
 * The default rule: the cosine to the mean of each person's pictures; the largest names the face
 * when it reaches a threshold.
 *
 * <p>A person's mean forgets what is odd about single pictures, so it names more faces rightly and
 * fewer strangers than the nearest picture does.
 */
public final class CentroidMatcher implements Matcher {
  private final List<String> people;

  private final List<Embedding> full;
  private final List<Embedding> half;
  private final List<Embedding> quarter;
  private final double threshold;

  /**
   * Takes the means of a gallery.
   *
   * @param threshold least cosine that gives a name, -1 to 1
   * @throws IllegalArgumentException when the threshold is out of range, or somebody's pictures
   *     have no mean
   */
  public CentroidMatcher(Gallery gallery, double threshold) {
    if (!(threshold >= -1 && threshold <= 1)) {
      throw new IllegalArgumentException("a cosine lies between -1 and 1, not at " + threshold);
    }
    this.people = gallery.people().stream().map(Person::name).toList();
    this.full = means(gallery, Detail.FULL);
    this.half = means(gallery, Detail.HALF);
    this.quarter = means(gallery, Detail.QUARTER);
    this.threshold = threshold;
  }

  private static List<Embedding> means(Gallery gallery, Detail detail) {
    return gallery.people().stream().map(person -> mean(person, detail)).toList();
  }

  /**
   * What a face that shows so much is held against for a person: the mean of their pictures.
   *
   * @throws IllegalArgumentException when the pictures have no mean
   */
  public static Embedding mean(Person person, Detail detail) {
    return Embedding.mean(person.pictures().stream().map(picture -> picture.at(detail)).toList());
  }

  @Override
  public List<String> people() {
    return people;
  }

  @Override
  public double[] scores(Embedding face, Detail detail) {
    List<Embedding> means =
        switch (detail) {
          case FULL -> full;
          case HALF -> half;
          case QUARTER -> quarter;
        };
    return means.stream().mapToDouble(face::cosine).toArray();
  }

  @Override
  public boolean accepts(double score) {
    return score >= threshold;
  }
}
