package io.github.idols.local;

import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.core.label.LabelsFrameRate;
import io.github.idols.core.score.Clip;
import io.github.idols.core.score.Score;
import io.github.idols.core.score.ScoredClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Scores labels against the truth. */
final class EvaluateLabels {
  private final Terminal terminal;

  EvaluateLabels(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints the figures of all clips together.
   *
   * @throws UserError when a file cannot be used
   * @throws IOException when one cannot be read
   */
  void evaluate(EvaluateRequest request) throws UserError, IOException {
    request.check();
    List<ScoredClip> clips = new ArrayList<>();
    for (int i = 0; i < request.clips(); i++) {
      clips.add(scored(request, i));
    }
    Score.of(clips).lines().forEach(terminal.out()::println);
  }

  private static ScoredClip scored(EvaluateRequest request, int i) throws UserError, IOException {
    List<LabelRow> truth = rows(request.truth(i));
    List<LabelRow> labels = rows(request.labels(i));
    OptionalDouble rate =
        request.frameRate().isPresent()
            ? OptionalDouble.of(request.frameRate().get())
            : LabelsFrameRate.read(request.labels(i));
    List<Long> shots =
        request.shots().isEmpty() ? List.of() : ShotsFile.starts(request.shots().get(i));
    try {
      return ScoredClip.of(new Clip(truth, labels, request.every(), rate, shots));
    } catch (IllegalArgumentException e) {
      throw new UserError(request.truth(i) + ": " + e.getMessage(), e);
    }
  }

  /** A labels file's rows. */
  static List<LabelRow> rows(Path file) throws UserError, IOException {
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder: name the CSV file");
    }
    return LabelsCsvReader.read(file);
  }
}
