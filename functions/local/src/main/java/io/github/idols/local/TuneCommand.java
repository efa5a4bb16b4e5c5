package io.github.idols.local;

import io.github.idols.core.tune.LogisticFit;
import io.github.idols.core.tune.RecognizedClip;
import io.github.idols.core.tune.ScoreBin;
import io.github.idols.core.tune.ScoredTrack;
import io.github.idols.core.tune.SweepTolerances;
import io.github.idols.core.tune.Trial;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that chooses the tolerance by clips with truth; returns the exit code. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description = {
      "Chooses the tolerance by clips whose truth is known, and prints it as an option of label.",
      "Of the tolerances with at least 99 % of the names right and at most 1.5 % of the strangers"
          + " named, it is the one that names the most faces. On standard error: what each"
          + " tolerance does, and how sure which score is."
    })
final class TuneCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Studio> studio;

  @Parameters(
      arity = "1..*",
      paramLabel = "CLIP",
      description = "Folder that clips made: video.mp4, truth.csv and gallery/.")
  private List<Path> clips = List.of();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Chunks worked on at a time (default: one a core).")
  private Optional<Integer> workers = Optional.empty();

  TuneCommand(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Override
  public Integer call() throws UserError, IOException {
    List<RecognizedClip> recognized;
    try (Studio tools = studio.get();
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      recognized = new RecognizeClips(tools, progress).recognize(clips, Commands.count(workers));
    }
    List<Trial> trials = SweepTolerances.of(recognized);
    List<ScoredTrack> tracks = new ArrayList<>();
    recognized.forEach(clip -> tracks.addAll(ScoredTrack.of(clip)));
    TuneTable.sweep(trials).forEach(terminal.err()::println);
    terminal.err().println();
    // What no tolerance names has no part in how sure a name is.
    List<ScoredTrack> nameable =
        tracks.stream().filter(track -> track.score() >= SweepTolerances.LEAST_COSINE).toList();
    TuneTable.calibration(ScoreBin.count(tracks), LogisticFit.of(nameable))
        .forEach(terminal.err()::println);
    terminal.err().println();
    Trial chosen =
        SweepTolerances.choose(trials)
            .orElseThrow(
                () ->
                    new UserError(
                        "no tolerance names anybody in these clips: give clips that show people"
                            + " of their galleries"));
    terminal.err().println(TuneTable.choice(chosen));
    String tolerance = BigDecimal.valueOf(chosen.tolerance()).stripTrailingZeros().toPlainString();
    terminal.out().println("--tolerance " + tolerance);
    return Main.OK;
  }
}
