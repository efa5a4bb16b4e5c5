package io.github.idols.core.gallery;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rule that names a face by a gallery. Immutable and safe for use by several threads.
 *
 * <p>One look at a face is named by {@link #match}. Several looks at one face are named by the
 * {@link #scores} of their mean ({@code Track#face}).
 */
public interface Matcher {
  /** Score at which half of the names are right. */
  double HALF_RIGHT = 0.53;

  /** How fast names get more certain with the score. */
  double STEEPNESS = 30;

  /** Names of the gallery's people, in the gallery's order. */
  List<String> people();

  /**
   * How alike a face and each person are: one score a person, in the order of {@link #people}. A
   * score is a cosine, -1 to 1, larger is more alike; scores compare only within one rule.
   *
   * @param detail how much the face shows
   */
  double[] scores(Embedding face, Detail detail);

  /** Whether a score, or an average of scores, is enough to give the name. */
  boolean accepts(double score);

  /**
   * How likely a name with this score is right, 0 to 1: of names with 0.9, nine in ten are.
   *
   * <p>A logistic curve through what {@code ./idols tune} counted on made clips with a person of
   * the group left out of the gallery ({@code docs/accuracy.md} has the counts).
   */
  default double confidence(double score) {
    return 1 / (1 + Math.exp(-(score - HALF_RIGHT) * STEEPNESS));
  }

  /** The person who is most like the face, and whether the rule takes it to be theirs. */
  default Match match(Embedding face, Detail detail) {
    return rank(scores(face, detail)).get(0);
  }

  /**
   * All people by their scores, the most similar first; of equal ones the first of the gallery.
   *
   * @param scores one a person, in the order of {@link #people}
   * @throws IllegalArgumentException when the number of scores is not that of the people
   */
  default List<Match> rank(double[] scores) {
    List<String> people = people();
    if (scores.length != people.size()) {
      throw new IllegalArgumentException(scores.length + " scores of " + people.size() + " people");
    }
    List<Match> matches = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      matches.add(new Match(people.get(i), accepts(scores[i]), scores[i]));
    }
    matches.sort(Comparator.comparingDouble(Match::score).reversed());
    return matches;
  }
}
