package io.github.idols.core.score;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * 95 % intervals of figures by resampling shots (the percentile bootstrap over clusters; Davison
 * and Hinkley, Bootstrap Methods and their Application, 1997).
 *
 * <p>Faces of one shot are right or wrong together, so that not faces but whole shots are drawn: as
 * many as there are, with replacement, again and again; each time the figures are taken anew, and
 * the middle 95 % of what they come to is the interval. The draws are always the same.
 */
final class ShotBootstrap {
  /** More change the ends by less than the last digit that matters. */
  private static final int DRAWS = 2000;

  /** Draws on either side of the middle 95 %. */
  private static final int TAIL = DRAWS / 40;

  /** Any number does: it is fixed so that the same files always give the same intervals. */
  private static final long SEED = 5;

  private ShotBootstrap() {}

  /**
   * The intervals, in the order of the figures.
   *
   * @param shots what was counted in each shot
   * @return one for each figure that has a value; none when there are fewer than two shots
   */
  static List<Interval> intervals(List<Evaluation> shots) {
    if (shots.size() < 2) {
      return List.of();
    }
    List<Map<String, Share>> shares = shots.stream().map(ShotBootstrap::shares).toList();
    List<String> figures = figures(shares);
    long[][] part = new long[shots.size()][figures.size()];
    long[][] all = new long[shots.size()][figures.size()];
    for (int s = 0; s < part.length; s++) {
      for (int f = 0; f < figures.size(); f++) {
        Share share = shares.get(s).getOrDefault(figures.get(f), new Share(0, 0));
        part[s][f] = share.part();
        all[s][f] = share.all();
      }
    }
    double[][] drawn = draw(part, all, figures.size());
    List<Interval> intervals = new ArrayList<>();
    for (int f = 0; f < figures.size(); f++) {
      // A draw may have no face of a size: it says nothing then.
      double[] values = Arrays.stream(drawn[f]).filter(v -> !Double.isNaN(v)).sorted().toArray();
      int tail = values.length * TAIL / DRAWS;
      if (values.length > 0) {
        intervals.add(new Interval(figures.get(f), values[tail], values[values.length - 1 - tail]));
      }
    }
    return intervals;
  }

  /** Percentages by figure and draw; not a number where nothing was drawn. */
  private static double[][] draw(long[][] part, long[][] all, int figures) {
    Random random = new Random(SEED);
    double[][] drawn = new double[figures][DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      long[] parts = new long[figures];
      long[] alls = new long[figures];
      for (int i = 0; i < part.length; i++) {
        int shot = random.nextInt(part.length);
        for (int f = 0; f < figures; f++) {
          parts[f] += part[shot][f];
          alls[f] += all[shot][f];
        }
      }
      for (int f = 0; f < figures; f++) {
        drawn[f][d] = alls[f] == 0 ? Double.NaN : 100.0 * parts[f] / alls[f];
      }
    }
    return drawn;
  }

  private static List<String> figures(List<Map<String, Share>> shots) {
    TreeSet<String> sizes = new TreeSet<>();
    shots.forEach(shot -> sizes.addAll(shot.keySet()));
    sizes.removeAll(List.of("labels", "faces", "precision", "strangers_named"));
    List<String> figures = new ArrayList<>(List.of("labels", "faces"));
    figures.addAll(sizes);
    figures.addAll(List.of("precision", "strangers_named"));
    return figures;
  }

  private static Map<String, Share> shares(Evaluation shot) {
    Map<String, Share> shares = new LinkedHashMap<>();
    shares.put("labels", shot.labels());
    shares.put("faces", shot.faces());
    shot.facesBySize().forEach(size -> shares.put(size.size(), size.share()));
    shares.put("precision", shot.precision());
    shares.put("strangers_named", shot.strangersNamed());
    return shares;
  }
}
