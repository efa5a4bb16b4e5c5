package io.github.idols.local;

import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.label.Evaluation;
import io.github.idols.core.tune.LogisticFit;
import io.github.idols.core.tune.ScoreBin;
import io.github.idols.core.tune.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was found out about tolerances and scores, as text. */
final class TuneTable {
  private TuneTable() {}

  /** A row for each tolerance. */
  static List<String> sweep(List<Trial> trials) {
    List<String> lines = new ArrayList<>();
    lines.add("cosine  tolerance  faces, %  precision, %  strangers named, %");
    for (Trial trial : trials) {
      Evaluation all = trial.evaluation();
      lines.add(
          String.format(
              Locale.ROOT,
              "%6.2f  %9.4f  %8s  %12s  %18s%s",
              trial.cosine(),
              trial.tolerance(),
              all.faces().percent(),
              all.precision().percent(),
              all.strangersNamed().percent(),
              trial.isSafe() ? "" : "  too many wrong"));
    }
    return lines;
  }

  /** A row for each bin of scores, and the curve. */
  static List<String> calibration(List<ScoreBin> bins, Optional<LogisticFit> fit) {
    List<String> lines = new ArrayList<>();
    lines.add("best score  tracks  right name, %");
    for (ScoreBin bin : bins) {
      String scores =
          bin.from() < 0
              ? String.format(Locale.ROOT, "under %.2f", bin.to())
              : String.format(Locale.ROOT, "%.2f-%.2f", bin.from(), bin.to());
      lines.add(
          String.format(
              Locale.ROOT, "%10s  %6d  %13s", scores, bin.right().all(), bin.right().percent()));
    }
    lines.add(
        fit.map(
                curve ->
                    String.format(
                        Locale.ROOT,
                        "from 0.40 on: half of the names are right at %.3f, steepness %.1f",
                        curve.midpoint(),
                        curve.steepness()))
            .orElse("from 0.40 on: too few tracks to tell where half of the names are right"));
    lines.add(
        String.format(
            Locale.ROOT, "as shipped: %.3f, %.1f", Matcher.HALF_RIGHT, Matcher.STEEPNESS));
    return lines;
  }

  /** What was chosen, and why. */
  static String choice(Trial chosen) {
    String why =
        chosen.isSafe()
            ? "names the most faces with precision of 99 % or more and 1.5 % of the strangers"
                + " named or fewer"
            : "no tolerance reaches precision of 99 % with 1.5 % of the strangers named or fewer;"
                + " this one has the best precision";
    return String.format(Locale.ROOT, "chosen: cosine %.2f: %s", chosen.cosine(), why);
  }
}
