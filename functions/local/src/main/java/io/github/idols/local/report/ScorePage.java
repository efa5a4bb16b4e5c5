package io.github.idols.local.report;

import static io.github.idols.local.report.Html.number;
import static io.github.idols.local.report.Html.text;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import io.github.idols.core.score.ConfusionMatrix;
import io.github.idols.core.score.Interval;
import io.github.idols.core.score.Score;
import io.github.idols.core.score.ScreenTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a score as one HTML file that needs nothing else: no script, no font, no network. */
public final class ScorePage {
  private static final String STYLE = "score.css";

  private final Score score;
  private final List<String> clips;
  private final List<WorstMistake> mistakes;
  private final StringBuilder page = new StringBuilder();

  private ScorePage(Score score, List<String> clips, List<WorstMistake> mistakes) {
    this.score = score;
    this.clips = clips;
    this.mistakes = mistakes;
  }

  /**
   * The whole page.
   *
   * @param clips what to call each clip
   * @param mistakes those to show, the worst kinds first
   * @throws IOException when the program's own style sheet cannot be read
   */
  public static String of(Score score, List<String> clips, List<WorstMistake> mistakes)
      throws IOException {
    return new ScorePage(score, clips, mistakes).write();
  }

  private String write() throws IOException {
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("img-src data:; style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>How right the labels are</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n<h1>How right the labels are</h1>\n")
        .append("<p class=\"lead\">")
        .append(text(String.join(" · ", clips)))
        .append("</p>\n");
    tiles();
    figures();
    matrix();
    screenTime();
    new MistakeCards(page, clips).write(mistakes);
    page.append("<footer>Written by ./idols evaluate; docs/labels.md explains the figures.")
        .append("</footer>\n</main>\n</body>\n</html>\n");
    return page.toString();
  }

  private static String style() throws IOException {
    try (InputStream in = ScorePage.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IOException("the program's own file " + STYLE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The figures that a reader wants first. */
  private void tiles() {
    Evaluation figures = score.evaluation();
    page.append("<div class=\"tiles\">\n");
    tile("Idol faces with the right name", percent(figures.faces()), interval("faces"));
    tile("Idols' names that are right", percent(figures.precision()), interval("precision"));
    tile(
        "Strangers given an idol's name",
        percent(figures.strangersNamed()),
        interval("strangers_named"));
    tile("Tracks right", percent(score.tracks()), "of " + score.tracks().all());
    OptionalDouble flips = score.flipsAMinute();
    tile(
        "Changes of name",
        flips.isPresent() ? number(flips.getAsDouble(), 1) : Long.toString(figures.flips()),
        flips.isPresent() ? "a minute" : "over " + figures.seen() + " faces");
    page.append("</div>\n");
  }

  private void tile(String what, String value, String note) {
    page.append("<div class=\"tile\"><span>")
        .append(text(what))
        .append("</span><b>")
        .append(text(value))
        .append("</b><small>")
        .append(text(note))
        .append("</small></div>\n");
  }

  private String interval(String figure) {
    return found(figure)
        .map(i -> "95 %: " + number(i.low(), 1) + " to " + number(i.high(), 1))
        .orElse("no interval");
  }

  private Optional<Interval> found(String figure) {
    return score.intervals().stream().filter(i -> i.figure().equals(figure)).findFirst();
  }

  private static String percent(Share share) {
    return share.all() == 0 ? "n/a" : number(100.0 * share.part() / share.all(), 1) + " %";
  }

  private void figures() {
    Evaluation e = score.evaluation();
    Map<String, Share> rows = new LinkedHashMap<>();
    rows.put("labels", e.labels());
    rows.put("labels_left_to_right", score.leftToRight());
    rows.put("faces", e.faces());
    e.facesBySize().forEach(size -> rows.put(size.size(), size.share()));
    rows.put("precision", e.precision());
    rows.put("strangers_named", e.strangersNamed());
    rows.put("found", e.found());
    rows.put("tracks_right_idols", score.idolTracks());
    rows.put("tracks_right_strangers", score.strangerTracks());
    page.append("<h2>Figures</h2>\n<p>The bars show 95 % intervals from resampling ")
        .append(score.shots())
        .append(score.shots() == 1 ? " shot" : " shots")
        .append(": 0 % on the left, 100 % on the right, the line is the figure itself.</p>\n")
        .append("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Figure</th>")
        .append("<th scope=\"col\">%</th><th scope=\"col\">of</th>")
        .append("<th scope=\"col\">95 % interval</th></tr></thead>\n<tbody>\n");
    rows.forEach(this::figure);
    page.append("</tbody></table></div>\n");
  }

  private void figure(String name, Share share) {
    page.append("<tr><th scope=\"row\">")
        .append(text(words(name)))
        .append("</th><td>")
        .append(share.percent())
        .append("</td><td>")
        .append(share.all())
        .append("</td><td class=\"range\">");
    Optional<Interval> interval = found(name);
    if (interval.isPresent() && share.all() > 0) {
      double low = interval.get().low();
      double high = interval.get().high();
      page.append(number(low, 1)).append(" to ").append(number(high, 1));
      page.append("<span class=\"bar\"><i style=\"left:")
          .append(number(low, 2))
          .append("%;width:")
          .append(number(high - low, 2))
          .append("%\"></i><b style=\"left:")
          .append(number(100.0 * share.part() / share.all(), 2))
          .append("%\"></b></span>");
    }
    page.append("</td></tr>\n");
  }

  /** What a figure's key says. */
  private static String words(String key) {
    return switch (key) {
      case "labels" -> "right names, boxes ignored";
      case "labels_left_to_right" -> "right names in left-to-right order";
      case "faces" -> "idol faces with the right name";
      case "faces_under_24" -> "… under 24 pixels";
      case "faces_24_48" -> "… of 24 to 48 pixels";
      case "faces_48_96" -> "… of 48 to 96 pixels";
      case "faces_over_96" -> "… over 96 pixels";
      case "precision" -> "idols' names that are right";
      case "strangers_named" -> "strangers given an idol's name";
      case "found" -> "faces with any box";
      case "tracks_right_idols" -> "idols' tracks right";
      case "tracks_right_strangers" -> "strangers' tracks right";
      default -> key;
    };
  }

  private void matrix() {
    ConfusionMatrix matrix = score.matrix();
    page.append("<h2>Who was taken for whom</h2>\n<p>A line for each true name, a column for each ")
        .append("name given, in faces; the deeper the colour, the larger the share of the line.")
        .append("</p>\n<div class=\"scroll\"><table class=\"matrix\">\n<thead><tr>")
        .append("<th scope=\"col\">true \\ given</th>");
    matrix
        .columns()
        .forEach(c -> page.append("<th scope=\"col\">").append(text(c)).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
    for (String truth : matrix.rows()) {
      long all = matrix.columns().stream().mapToLong(given -> matrix.times(truth, given)).sum();
      page.append("<tr><th scope=\"row\">").append(text(truth)).append("</th>");
      for (String given : matrix.columns()) {
        long times = matrix.times(truth, given);
        page.append("<td");
        if (times > 0) {
          page.append(" class=\"")
              .append(shade(truth, given, matrix))
              .append("\" style=\"--a:")
              .append(number(0.1 + 0.8 * times / all, 2))
              .append('"');
        }
        page.append('>').append(times == 0 ? "·" : Long.toString(times)).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  /** Right, wrong, or merely not named. */
  private static String shade(String truth, String given, ConfusionMatrix matrix) {
    boolean named = matrix.people().contains(given);
    boolean idol = matrix.people().contains(truth);
    return truth.equals(given) || (!idol && !named) ? "good" : named ? "bad" : "lost";
  }

  private void screenTime() {
    if (score.screenTimes().isEmpty()) {
      return;
    }
    page.append("<h2>Time on screen</h2>\n<div class=\"scroll\"><table>\n<thead><tr>")
        .append("<th scope=\"col\">Person</th><th scope=\"col\">true</th>")
        .append("<th scope=\"col\">labelled</th><th scope=\"col\">error</th>")
        .append("<th scope=\"col\">true above, labelled below</th></tr></thead>\n<tbody>\n");
    long longest =
        score.screenTimes().stream()
            .mapToLong(t -> Math.max(t.trueFrames(), t.labelledFrames()))
            .max()
            .orElse(1);
    for (ScreenTime time : score.screenTimes()) {
      OptionalDouble error = time.errorPercent();
      page.append("<tr><th scope=\"row\">")
          .append(text(time.person()))
          .append("</th><td>")
          .append(length(time.trueSeconds(), time.trueFrames()))
          .append("</td><td>")
          .append(length(time.labelledSeconds(), time.labelledFrames()))
          .append("</td><td>")
          .append(
              error.isPresent()
                  ? (error.getAsDouble() > 0 ? "+" : "") + number(error.getAsDouble(), 1) + " %"
                  : "n/a")
          .append("</td><td class=\"times\"><i style=\"width:")
          .append(number(100.0 * time.trueFrames() / longest, 1))
          .append("%\"></i><i class=\"given\" style=\"width:")
          .append(number(100.0 * time.labelledFrames() / longest, 1))
          .append("%\"></i></td></tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  private static String length(OptionalDouble seconds, long frames) {
    return seconds.isPresent() ? number(seconds.getAsDouble(), 1) + " s" : frames + " frames";
  }
}
