package io.github.idols.local;

import io.github.idols.local.clips.Casting;
import io.github.idols.local.clips.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that makes test clips; returns the exit code. */
@Command(
    name = "clips",
    mixinStandardHelpOptions = true,
    description = {
      "Makes test videos with truth out of pictures.",
      "Writes clip-K/video.mp4, truth.csv and gallery/, whose pictures are not in the video."
          + " In turn somebody is left out of the gallery. Odd and even clips show different"
          + " pictures: choose settings on the ones, report on the others."
    })
final class ClipsCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");

  private final Terminal terminal;
  private final Supplier<Studio> studio;

  @Parameters(
      paramLabel = "PICTURES",
      description = "Folder with a folder of pictures for each person, one face each.")
  private Path pictures = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the clips, made where it is missing.")
  private Path out = Path.of("");

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "The gallery of all clips (default: 12 of each person's pictures).")
  private Optional<Path> gallery = Optional.empty();

  @Option(
      names = "--strangers",
      paramLabel = "DIR",
      description = "Folder like PICTURES of people who are in no gallery.")
  private Optional<Path> strangers = Optional.empty();

  @Option(
      names = "--boxes",
      paramLabel = "CSV",
      description = "Where the faces are: picture,x,y,w,h (default: the program's own detector).")
  private Optional<Path> boxes = Optional.empty();

  @Option(
      names = "--clips",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int clips;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "20",
      description = "Length of each (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number gives other clips (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--look",
      paramLabel = "LOOK",
      defaultValue = "mixed",
      description =
          "mv: music video; stage: dim, small, noisy; mixed: in turns (default:"
              + " ${DEFAULT-VALUE}).")
  private String look = "";

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Pixels (default: 1280x720, and for some of the stage 640x360).")
  private Optional<String> size = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Clips worked on at a time (default: one a core).")
  private Optional<Integer> workers = Optional.empty();

  ClipsCommand(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Override
  public Integer call() throws UserError, IOException {
    if (clips < 1 || clips > 1000) {
      throw new UserError("--clips is between 1 and 1000, not " + clips);
    }
    if (!(seconds >= 1 && seconds <= 3600)) {
      throw new UserError("--seconds is between 1 and 3600, not " + seconds);
    }
    Casting.Settings settings =
        new Casting.Settings(
            seconds,
            seed,
            looks(look),
            size.isPresent() ? Optional.of(size(size.get())) : Optional.empty());
    ClipRequest request =
        new ClipRequest(
            pictures, out, gallery, strangers, boxes, clips, Commands.count(workers), settings);
    try (Studio tools = studio.get();
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      new MakeClips(tools, progress)
          .make(request)
          .forEach(plan -> terminal.out().println(out + "/" + MakeClips.about(plan)));
    }
    return Main.OK;
  }

  private static List<Look> looks(String word) throws UserError {
    return switch (word) {
      case "mv" -> List.of(Look.MV);
      case "stage" -> List.of(Look.STAGE);
      case "mixed" -> List.of(Look.MV, Look.STAGE);
      default -> throw new UserError("--look is mv, stage or mixed, not '" + word + "'");
    };
  }

  private static Casting.Size size(String text) throws UserError {
    Matcher parts = SIZE.matcher(text);
    if (parts.matches()) {
      int width = Integer.parseInt(parts.group(1));
      int height = Integer.parseInt(parts.group(2));
      if (width % 2 == 0 && height % 2 == 0 && width >= 160 && height >= 90) {
        return new Casting.Size(width, height);
      }
    }
    throw new UserError(
        "--size is width x height with even numbers, such as 1280x720, at least 160x90, not '"
            + text
            + "'");
  }
}
