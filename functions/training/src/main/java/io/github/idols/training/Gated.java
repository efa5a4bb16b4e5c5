package io.github.idols.training;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.Match;
import io.github.idols.core.gallery.Matcher;
import java.util.List;

/**
 * What becomes of single pictures once the gate has its say.
 *
 * @param right named rightly
 * @param wrong named wrongly
 * @param unknown not named
 */
record Gated(int right, int wrong, int unknown) {
  static Gated of(Matcher matcher, List<List<Embedding>> people) {
    int right = 0;
    int wrong = 0;
    int unknown = 0;
    for (int p = 0; p < people.size(); p++) {
      for (Embedding face : people.get(p)) {
        Match match = matcher.match(face, Detail.FULL);
        if (!match.known()) {
          unknown++;
        } else if (match.person().equals(matcher.people().get(p))) {
          right++;
        } else {
          wrong++;
        }
      }
    }
    return new Gated(right, wrong, unknown);
  }
}
