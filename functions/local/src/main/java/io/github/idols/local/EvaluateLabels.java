package io.github.idols.local;

import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.core.label.LabelsFrameRate;
import io.github.idols.core.score.Clip;
import io.github.idols.core.score.Score;
import io.github.idols.core.score.ScoredClip;
import io.github.idols.core.score.StillPictures;
import io.github.idols.core.video.RefusedException;
import io.github.idols.local.report.ScorePage;
import io.github.idols.local.report.WorstMistake;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Scores labels against the truth. */
final class EvaluateLabels {
  private final Terminal terminal;
  private final Supplier<Studio> studio;

  EvaluateLabels(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  /**
   * Prints the figures of all clips together, and writes the page if one is asked for.
   *
   * @throws UserError when a file cannot be used
   * @throws IOException when one cannot be read
   */
  void evaluate(EvaluateRequest request) throws UserError, IOException {
    request.check();
    List<ScoredClip> clips = new ArrayList<>();
    for (int i = 0; i < request.clips(); i++) {
      clips.add(scored(request, request.labels(i), i));
    }
    Score score = Score.of(clips);
    if (request.page().isPresent()) {
      writePage(request, score, clips, request.page().get());
    }
    if (request.beside().isEmpty()) {
      score.lines().forEach(terminal.out()::println);
      return;
    }
    List<ScoredClip> others = new ArrayList<>();
    for (int i = 0; i < request.clips(); i++) {
      others.add(scored(request, request.beside().get(i), i));
    }
    SideBySide.lines(
            request.labels(0).toString(),
            score,
            request.beside().get(0).toString(),
            Score.of(others))
        .forEach(terminal.out()::println);
  }

  private void writePage(EvaluateRequest request, Score score, List<ScoredClip> clips, Path page)
      throws UserError, IOException {
    List<WorstMistake> mistakes = new ArrayList<>(WorstMistake.of(clips));
    if (!request.videos().isEmpty()) {
      try (Studio tools = studio.get();
          ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
        for (int clip = 0; clip < clips.size(); clip++) {
          takePictures(tools, request.videos().get(clip), clip, mistakes, progress);
        }
      }
    }
    List<String> names = new ArrayList<>();
    for (int clip = 0; clip < clips.size(); clip++) {
      names.add(request.labels(clip) + " against " + request.truth(clip));
    }
    Path folder = Objects.requireNonNull(page.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(page.getFileName() + ".part");
    try {
      Files.writeString(unfinished, ScorePage.of(score, names, mistakes));
      Files.move(unfinished, page, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives the mistakes of one clip their pictures. */
  private static void takePictures(
      Studio tools, Path video, int clip, List<WorstMistake> mistakes, Progress progress)
      throws UserError, IOException {
    if (!Files.exists(video)) {
      throw new NoSuchFileException(video.toString());
    }
    List<Integer> places =
        IntStream.range(0, mistakes.size())
            .filter(i -> mistakes.get(i).clip() == clip)
            .boxed()
            .toList();
    List<StillPictures.Spot> spots =
        places.stream()
            .map(i -> mistakes.get(i).mistake())
            .map(m -> new StillPictures.Spot(m.middle(), m.place()))
            .toList();
    long frames = spots.stream().mapToLong(StillPictures.Spot::frame).max().orElse(-1) + 1;
    progress.begin("pictures", frames, "frames", 0);
    try {
      tools
          .stills()
          .take(
              FileSource.open(video),
              spots,
              (spot, jpeg, shown) -> {
                int at = places.get(spot);
                String base64 = Base64.getEncoder().encodeToString(jpeg);
                mistakes.set(at, mistakes.get(at).with(new WorstMistake.Picture(base64, shown)));
              },
              progress::done);
    } catch (RefusedException e) {
      throw new UserError(video + ": " + e.getMessage(), e);
    }
    progress.end();
  }

  private static ScoredClip scored(EvaluateRequest request, Path file, int i)
      throws UserError, IOException {
    List<LabelRow> truth = rows(request.truth(i));
    List<LabelRow> labels = rows(file);
    OptionalDouble rate =
        request.frameRate().isPresent()
            ? OptionalDouble.of(request.frameRate().get())
            : LabelsFrameRate.read(file);
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
