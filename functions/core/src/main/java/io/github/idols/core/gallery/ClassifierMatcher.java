package io.github.idols.core.gallery;

import io.github.idols.core.classify.Classifier;
import io.github.idols.core.classify.FitHead;
import io.github.idols.core.classify.Gate;
import io.github.idols.core.classify.Means;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import java.util.Arrays;
import java.util.List;

/**
 * The second recogniser: a trained head says who a face is most likely, and the cosine to that
 * person's mean face says whether it is anybody of them.
 *
 * <p>Both count as what they are worth: the gate's curve turns a cosine into the logarithm of the
 * odds that a name is right, {@code steepness * (cosine - midpoint)}, and the head says by how much
 * the logarithm of a person's probability is below that of the likeliest. A score is their sum, in
 * cosines again. So a head that is sure decides, one that is not leaves it to the means, and no
 * score is above its cosine: the head makes no stranger known.
 */
public final class ClassifierMatcher implements Matcher {
  private final Classifier classifier;

  /** Names by a classifier; the faces must be embeddings of the network that it was trained on. */
  public ClassifierMatcher(Classifier classifier) {
    this.classifier = classifier;
  }

  /**
   * The gate for embeddings of the network as it is shipped; it was chosen on made clips with truth
   * ({@code docs/accuracy.md}).
   */
  public static Gate shippedGate() {
    double tolerance = MatcherKind.CLASSIFIER.defaultTolerance();
    return new Gate(MatcherKind.cosine(tolerance), HALF_RIGHT, STEEPNESS);
  }

  /**
   * Trains a head on the faces of a gallery, in milliseconds to seconds.
   *
   * @param threshold least cosine to a person's mean that gives a name, -1 to 1
   * @throws IllegalArgumentException when the threshold is out of range, or somebody's pictures
   *     have no mean
   */
  static ClassifierMatcher of(Gallery gallery, double threshold) {
    return new ClassifierMatcher(
        new Classifier(
            gallery.people().stream().map(Person::name).toList(),
            FitHead.of(gallery.people().stream().map(ClassifierMatcher::faces).toList()),
            gallery.people().stream().map(ClassifierMatcher::means).toList(),
            shippedGate().withThreshold(threshold)));
  }

  /** What the head learns from: each picture, and as it looks when it is soft. */
  private static List<Embedding> faces(Person person) {
    return person.pictures().stream()
        .flatMap(picture -> Arrays.stream(Detail.values()).map(picture::at))
        .toList();
  }

  private static Means means(Person person) {
    return new Means(
        mean(person, Detail.FULL), mean(person, Detail.HALF), mean(person, Detail.QUARTER));
  }

  private static Embedding mean(Person person, Detail detail) {
    return Embedding.mean(person.pictures().stream().map(picture -> picture.at(detail)).toList());
  }

  @Override
  public List<String> people() {
    return classifier.people();
  }

  @Override
  public double[] scores(Embedding face, Detail detail) {
    double[] behind = classifier.head().behindBest(face);
    double[] scores = new double[behind.length];
    for (int p = 0; p < scores.length; p++) {
      scores[p] =
          face.cosine(classifier.means().get(p).at(detail))
              - behind[p] / classifier.gate().steepness();
    }
    return scores;
  }

  @Override
  public boolean accepts(double score) {
    return score >= classifier.gate().threshold();
  }

  @Override
  public double confidence(double score) {
    return classifier.gate().confidence(score);
  }
}
