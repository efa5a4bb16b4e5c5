package io.github.idols.training;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The training as a page: curves of loss and accuracy as SVG, and the confusion matrix. */
final class ReportPage {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 240;
  private static final int LEFT = 48;
  private static final int BOTTOM = 28;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --learn: #2a78d6; --held: #c2410c; --line: #8886; }
      @media (prefers-color-scheme: dark) { :root { --learn: #6ba6f5; --held: #f59e5b; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
      svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: currentColor; }
      polyline { fill: none; stroke-width: 2; } .learn { stroke: var(--learn); } .held { stroke: var(--held); }
      text.learn { fill: var(--learn); stroke: none; } text.held { fill: var(--held); stroke: none; }
      .grid { stroke: var(--line); } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      td, th { border: 1px solid var(--line); padding: .3rem .7rem; text-align: right; } th:first-child { text-align: left; }
      """;

  private final Report report;

  private ReportPage(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return new ReportPage(report).page();
  }

  private String page() {
    List<Epoch> epochs = report.tuned().epochs();
    double most = 0;
    for (Epoch epoch : epochs) {
      most = Math.max(most, Math.max(epoch.loss(), epoch.heldLoss()));
    }
    return "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Training</title>\n<style>\n"
        + STYLE
        + "</style>\n<h1>Training</h1>\n<p>"
        + text(
            String.format(
                Locale.ROOT,
                "%d people, %d faces to learn from, seed %d. The dashed line parts stage 1, the last"
                    + " layer alone, from stage 2, the whole network.",
                report.names().size(),
                report.faces(),
                report.job().settings().seed()))
        + "</p>\n<h2>Loss</h2>\n"
        + chart(epochs, Epoch::loss, Epoch::heldLoss, most, "%.2f")
        + "<h2>Accuracy, %</h2>\n"
        + chart(epochs, e -> 100 * e.accuracy(), e -> 100 * e.heldAccuracy(), 100, "%.0f")
        + "<h2>Result</h2>\n<table>\n<tr><th>accuracy<th>training<th>test\n"
        + row("stage 1, the last layer", report.firstTraining(), report.firstTest())
        + row("what is kept", report.training(), report.test())
        + "</table>\n"
        + matrix();
  }

  private static String row(String what, Result training, Result test) {
    return "<tr><th>" + what + "<td>" + training + "<td>" + test + "\n";
  }

  private String matrix() {
    if (report.test().all() == 0) {
      return "";
    }
    StringBuilder table = new StringBuilder("<h2>Test pictures</h2>\n<table>\n<tr><th>true, named");
    report.names().forEach(name -> table.append("<th>").append(text(name)));
    for (int p = 0; p < report.names().size(); p++) {
      table.append("\n<tr><th>").append(text(report.names().get(p)));
      report.test().times().get(p).forEach(n -> table.append("<td>").append(n));
    }
    return table.append("\n</table>\n").toString();
  }

  private String chart(
      List<Epoch> epochs,
      ToDoubleFunction<Epoch> learning,
      ToDoubleFunction<Epoch> held,
      double most,
      String format) {
    StringBuilder svg = new StringBuilder();
    svg.append(String.format("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", WIDTH, HEIGHT));
    for (int i = 0; i <= 4; i++) {
      double y = y(i / 4.0);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
              LEFT,
              WIDTH,
              y,
              y,
              LEFT - 6,
              y + 4,
              String.format(Locale.ROOT, format, most * i / 4)));
    }
    long first = epochs.stream().filter(epoch -> epoch.stage() == 1).count();
    if (first < epochs.size()) {
      double x = x(first - 0.5, epochs.size());
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" stroke-dasharray=\"4\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\""
                  + " y2=\"%d\"/>\n",
              x,
              x,
              HEIGHT - BOTTOM));
    }
    svg.append(line("learn", epochs, learning, most)).append(line("held", epochs, held, most));
    svg.append(
        String.format(
            "<text class=\"learn\" x=\"%d\" y=\"%d\">learnt from</text>"
                + "<text class=\"held\" x=\"%d\" y=\"%d\">held back</text>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">epochs: %d</text>\n</svg>\n",
            LEFT, HEIGHT - 8, LEFT + 90, HEIGHT - 8, WIDTH, HEIGHT - 8, epochs.size()));
    return svg.toString();
  }

  private static String line(
      String kind, List<Epoch> epochs, ToDoubleFunction<Epoch> value, double most) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < epochs.size(); i++) {
      double y = y(most > 0 ? value.applyAsDouble(epochs.get(i)) / most : 0);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i, epochs.size()), y));
    }
    return "<polyline class=\"" + kind + "\" points=\"" + points.toString().strip() + "\"/>\n";
  }

  private static double x(double epoch, int epochs) {
    return LEFT + (WIDTH - LEFT - 4) * epoch / Math.max(1, epochs - 1);
  }

  private static double y(double part) {
    return 4 + (HEIGHT - BOTTOM - 8) * (1 - part);
  }

  private static String text(String any) {
    return any.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
