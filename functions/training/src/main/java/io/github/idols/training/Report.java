package io.github.idols.training;

import io.github.idols.core.classify.Gate;
import io.github.idols.core.classify.TrainingFaces;
import io.github.idols.core.classify.TrainingJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a trained model: how it was trained, and how good it is.
 *
 * @param job what was asked for
 * @param tuned what came out
 * @param gate of the classifier
 * @param firstTraining what the first stage names rightly of the faces it learnt from
 * @param firstTest and of those that it never saw
 * @param training likewise of the classifier that is kept
 * @param test likewise
 * @param gated the test faces again, with the gate
 */
record Report(
    TrainingJob job,
    TunedNetwork tuned,
    Gate gate,
    Result firstTraining,
    Result firstTest,
    Result training,
    Result test,
    Gated gated) {
  /** Columns of the names. */
  private static final int WIDE = 14;

  List<String> names() {
    return job.people().stream().map(TrainingFaces::name).toList();
  }

  int faces() {
    return job.people().stream().mapToInt(person -> person.training().size()).sum();
  }

  /** For the terminal: both stages' accuracies and the confusion matrix. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%-26s %-24s %s", "accuracy", "training", "test"));
    lines.add(row("stage 1, the last layer", firstTraining, firstTest));
    if (!job.settings().freeze()) {
      lines.add(row("stage 2, the whole network", training, test));
    }
    if (test.all() > 0) {
      lines.add("");
      lines.add("test pictures, true name by row, given name by column:");
      StringBuilder head = new StringBuilder(" ".repeat(WIDE));
      names().forEach(name -> head.append(String.format("%" + WIDE + "s", cut(name))));
      lines.add(head.toString());
      for (int p = 0; p < names().size(); p++) {
        StringBuilder row =
            new StringBuilder(String.format("%-" + WIDE + "s", cut(names().get(p))));
        test.times().get(p).forEach(n -> row.append(String.format("%" + WIDE + "d", n)));
        lines.add(row.toString());
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "with the gate, which keeps strangers unknown: %d right, %d wrong, %d unknown",
              gated.right(),
              gated.wrong(),
              gated.unknown()));
    }
    lines.add(
        String.format(
            Locale.ROOT, "as served and as trained: cosine %.7f at least", tuned.agreement()));
    return lines;
  }

  private static String row(String stage, Result training, Result test) {
    return String.format(Locale.ROOT, "%-26s %-24s %s", stage, training, test);
  }

  private static String cut(String name) {
    return name.length() < WIDE ? name : name.substring(0, WIDE - 2) + "…";
  }
}
