package io.github.idols.core.tune;

import io.github.idols.core.label.Evaluation.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of the tracks with a score like that would get the right name.
 *
 * @param from least score
 * @param to above all of the scores, or 1
 * @param right the right ones of all
 */
public record ScoreBin(double from, double to, Share right) {
  private static final double[] EDGES = {-1, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 1};

  /** Counts all tracks, by their scores; narrow bins where names begin to be right. */
  public static List<ScoreBin> count(List<ScoredTrack> tracks) {
    List<ScoreBin> bins = new ArrayList<>();
    for (int i = 1; i < EDGES.length; i++) {
      double from = EDGES[i - 1];
      double to = EDGES[i];
      boolean last = i == EDGES.length - 1;
      List<ScoredTrack> inside =
          tracks.stream().filter(t -> t.score() >= from && (last || t.score() < to)).toList();
      long right = inside.stream().filter(ScoredTrack::right).count();
      bins.add(new ScoreBin(from, to, new Share(right, inside.size())));
    }
    return bins;
  }
}
