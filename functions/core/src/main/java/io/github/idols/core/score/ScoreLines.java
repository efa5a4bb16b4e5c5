package io.github.idols.core.score;

import io.github.idols.core.label.Evaluation.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Writes a score as text, one figure a line. */
final class ScoreLines {
  private ScoreLines() {}

  static List<String> of(Score score) {
    List<String> lines = new ArrayList<>(score.evaluation().lines());
    lines.add("labels_left_to_right: " + score.leftToRight().percent());
    lines.add("tracks_right: " + share(score.tracks()));
    lines.add("tracks_right_idols: " + share(score.idolTracks()));
    lines.add("tracks_right_strangers: " + share(score.strangerTracks()));
    lines.add("flips_a_minute: " + flips(score));
    score.screenTimes().forEach(t -> lines.add("screen_time " + t.person() + ": " + time(t)));
    lines.addAll(matrix(score.matrix()));
    lines.add("shots: " + score.shots());
    for (Interval interval : score.intervals()) {
      String ends = fixed(interval.low()) + " to " + fixed(interval.high());
      lines.add("interval " + interval.figure() + ": " + ends);
    }
    return lines;
  }

  private static String share(Share share) {
    return share.percent() + " of " + share.all();
  }

  private static String flips(Score score) {
    OptionalDouble flips = score.flipsAMinute();
    return flips.isPresent()
        ? fixed(flips.getAsDouble()) + " over " + fixed(score.minutes().orElseThrow()) + " minutes"
        : "n/a without a frame rate";
  }

  private static String time(ScreenTime time) {
    String error =
        time.errorPercent().isPresent() ? signed(time.errorPercent().getAsDouble()) + " %" : "n/a";
    return time.trueSeconds().isPresent() && time.labelledSeconds().isPresent()
        ? "%s s of %s s, error %s"
            .formatted(
                fixed(time.labelledSeconds().getAsDouble()),
                fixed(time.trueSeconds().getAsDouble()),
                error)
        : "%d of %d frames, error %s".formatted(time.labelledFrames(), time.trueFrames(), error);
  }

  /** A table: columns as wide as what is in them. */
  private static List<String> matrix(ConfusionMatrix matrix) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("matrix:"));
    head.addAll(matrix.columns());
    table.add(head);
    for (String truth : matrix.rows()) {
      List<String> row = new ArrayList<>(List.of("matrix " + truth + ":"));
      matrix.columns().forEach(given -> row.add(Long.toString(matrix.times(truth, given))));
      table.add(row);
    }
    int[] widths = new int[head.size()];
    table.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], length(row.get(i)));
          }
        });
    return table.stream().map(row -> aligned(row, widths)).toList();
  }

  /** The first cell to the left, the others to the right. */
  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(row.get(0));
    line.append(" ".repeat(widths[0] - length(row.get(0))));
    for (int i = 1; i < widths.length; i++) {
      line.append(' ').append(" ".repeat(widths[i] - length(row.get(i)))).append(row.get(i));
    }
    return line.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String signed(double value) {
    String text = fixed(value);
    return text.startsWith("-") || text.equals("0.00") ? text : "+" + text;
  }

  private static String fixed(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
