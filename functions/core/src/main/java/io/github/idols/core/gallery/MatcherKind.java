package io.github.idols.core.gallery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules that can be asked for by name.
 *
 * <p>All take one kind of tolerance: the largest euclidean distance, 0 to 2, between a face and a
 * person that still gives the name. A smaller one names fewer faces.
 */
public enum MatcherKind {
  /** {@link CentroidMatcher}: the distance is that to the mean of the person's pictures. */
  CENTROID(0.94) {
    @Override
    public Matcher matcher(Gallery gallery, double tolerance) {
      return new CentroidMatcher(gallery, cosine(tolerance));
    }
  },
  /** {@link NearestMatcher}: the distance is that to the person's most similar picture. */
  NEAREST(0.95) {
    @Override
    public Matcher matcher(Gallery gallery, double tolerance) {
      return new NearestMatcher(gallery, tolerance);
    }
  },
  /**
   * {@link ClassifierMatcher}: a head trained on the gallery's faces decides who; the distance to
   * the mean of that person's pictures decides whether.
   */
  CLASSIFIER(0.94) {
    @Override
    public Matcher matcher(Gallery gallery, double tolerance) {
      return ClassifierMatcher.of(gallery, cosine(tolerance));
    }
  };

  private final double defaultTolerance;

  MatcherKind(double defaultTolerance) {
    this.defaultTolerance = defaultTolerance;
  }

  /**
   * The rule over a gallery.
   *
   * @param tolerance largest distance that gives a name, 0 to 2
   * @throws IllegalArgumentException when the tolerance is out of range
   */
  public abstract Matcher matcher(Gallery gallery, double tolerance);

  /** The tolerance that is used when none is asked for. */
  public double defaultTolerance() {
    return defaultTolerance;
  }

  /** The cosine of two unit vectors that are so far apart: {@code |a - b|² = 2 - 2 cos}. */
  public static double cosine(double distance) {
    return 1 - distance * distance / 2;
  }

  /** The other recogniser, to compare with: the classifier, and for itself the default. */
  public MatcherKind beside() {
    return this == CLASSIFIER ? CENTROID : CLASSIFIER;
  }

  /** The name as a user writes it: {@code centroid}, {@code nearest}, {@code classifier}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of a name, or nothing when there is none of that name. */
  public static Optional<MatcherKind> from(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
