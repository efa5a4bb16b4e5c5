package io.github.idols.local;

import io.github.idols.core.fancam.FancamPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that makes a fancam; returns the exit code. */
@Command(
    name = "fancam",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a tall video (9:16) of a labelled one that follows one person.",
      "The whole song stays, with its sound; where the person is not on screen, the middle is shown."
    })
final class FancamCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Studio> studio;

  @Parameters(paramLabel = "VIDEO", description = "The video that the labels are of.")
  private Path video = Path.of("");

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "RESULT",
      description = "Folder that label wrote, or its labels.json.")
  private Path labels = Path.of("");

  @Option(
      names = "--person",
      required = true,
      paramLabel = "NAME",
      description = "Whom to follow, as the labels name them.")
  private String person = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mp4",
      description = "The file to make; what is there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Chunks worked on at a time (default: one a core).")
  private Optional<Integer> workers = Optional.empty();

  FancamCommand(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Override
  public Integer call() throws UserError, IOException {
    try (Studio tools = studio.get();
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      FancamPlan plan =
          new MakeFancam(tools, progress, terminal)
              .make(new MakeFancam.Request(video, labels, person, out, Commands.count(workers)));
      terminal
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%s: %d frames of %dx%d pixels, %s on %d of them (%.0f %%)",
                  out,
                  plan.windows().size(),
                  plan.size().width(),
                  plan.size().height(),
                  plan.person(),
                  plan.framesWith(),
                  100.0 * plan.framesWith() / plan.windows().size()));
    }
    return Main.OK;
  }
}
