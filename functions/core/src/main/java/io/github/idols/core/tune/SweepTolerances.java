package io.github.idols.core.tune;

import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tries the tolerances of the default rule, and chooses one. */
public final class SweepTolerances {
  /** Least cosine tried: below it most names are wrong. */
  public static final double LEAST_COSINE = 0.40;

  /** Cosines tried, one hundredth apart: above the last hardly any name is wrong. */
  private static final int TRIALS = 31;

  private SweepTolerances() {}

  /**
   * Names the clips by each tolerance.
   *
   * @param clips at least one
   * @return from the loosest to the strictest
   * @throws IllegalArgumentException when there is no clip, or a true box has no size
   */
  public static List<Trial> of(List<RecognizedClip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("there is no clip to try tolerances on");
    }
    return IntStream.range(0, TRIALS)
        .mapToObj(i -> trial(clips, LEAST_COSINE + i / 100.0))
        .toList();
  }

  /**
   * The tolerance that names the most faces of those that are safe; of equal ones the strictest.
   * Where none is safe: the one whose names are right most often.
   *
   * @param trials from the loosest to the strictest
   * @return nothing where no tolerance names anybody
   */
  public static Optional<Trial> choose(List<Trial> trials) {
    List<Trial> safe = trials.stream().filter(Trial::isSafe).toList();
    Comparator<Trial> byFaces = Comparator.comparingLong(t -> t.evaluation().faces().part());
    Comparator<Trial> byCosine = Comparator.comparingDouble(Trial::cosine);
    return safe.isEmpty()
        ? trials.stream()
            .filter(t -> t.evaluation().precision().all() > 0)
            .max(Comparator.comparingDouble(SweepTolerances::precision).thenComparing(byFaces))
        : safe.stream().max(byFaces.thenComparing(byCosine));
  }

  private static double precision(Trial trial) {
    Evaluation.Share named = trial.evaluation().precision();
    return (double) named.part() / named.all();
  }

  private static Trial trial(List<RecognizedClip> clips, double cosine) {
    // |a - b|² = 2 - 2 cos for unit vectors. What is tried is what will be written down.
    double tolerance = Math.round(10000 * Math.sqrt(2 - 2 * cosine)) / 10000.0;
    Evaluation all =
        clips.stream()
            .map(clip -> evaluate(clip, tolerance))
            .reduce(Evaluation::plus)
            .orElseThrow();
    return new Trial(cosine, tolerance, all);
  }

  private static Evaluation evaluate(RecognizedClip clip, double tolerance) {
    List<LabelRow> rows = new ArrayList<>();
    for (Label label : clip.name(MatcherKind.CENTROID.matcher(clip.gallery(), tolerance))) {
      label
          .track()
          .boxes()
          .forEach(box -> rows.add(new LabelRow(box.frame(), box.box(), label.name())));
    }
    return Evaluation.of(clip.truth(), rows, 1);
  }
}
