package io.github.idols.local;

import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands, one a method; each returns the exit code. */
@Command(
    name = "idols",
    // Main adds them, only the one that is asked for.
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    version = "idols 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds and names the faces of K-pop idols in music videos.",
    footer = {
      "",
      "For instance:",
      "  idols gallery check pictures/",
      "  idols label mv.mp4 --gallery pictures/ --out result/",
      "with pictures/<name>/*.jpg, 10 to 15 pictures for each person."
    })
final class Commands {
  private final Terminal terminal;
  private final Supplier<Studio> studio;

  Commands(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Command(
      name = "label",
      mixinStandardHelpOptions = true,
      description = {
        "Names every face of a gallery in a video.",
        "Writes labels.json, labels.csv, labels.vtt, annotated.mp4 and contact-sheet.jpg."
      })
  int label(
      @Parameters(paramLabel = "VIDEO", description = "MP4, MOV, MKV or WebM.") Path video,
      @Option(
              names = "--gallery",
              paramLabel = "DIR",
              description = "Folder with a folder of pictures for each person, or a zip of it.")
          Optional<Path> gallery,
      @Option(
              names = "--model",
              paramLabel = "MODEL.zip",
              description =
                  "With --matcher classifier, instead of --gallery: a model that train made.")
          Optional<Path> model,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "Folder for the results, made where it is missing.")
          Path out,
      @Option(
              names = "--matcher",
              paramLabel = "RULE",
              defaultValue = "centroid",
              description =
                  "centroid: the mean of a person's pictures decides (default);"
                      + " nearest: the most similar picture decides;"
                      + " classifier: a layer trained on the pictures decides.")
          String matcher,
      @Option(
              names = "--tolerance",
              paramLabel = "T",
              description =
                  "Largest distance between a face and a person that gives the name, 0 to 2;"
                      + " smaller names fewer faces (default: the rule's own).")
          Optional<Double> tolerance,
      @Option(names = "--labels-only", description = "Draw nothing: write the labels only.")
          boolean labelsOnly,
      @Option(
              names = "--workers",
              paramLabel = "N",
              description = "Chunks worked on at a time (default: one a core).")
          Optional<Integer> workers,
      @Option(
              names = "--chunk-seconds",
              paramLabel = "S",
              defaultValue = "" + LabelRequest.CHUNK_SECONDS,
              description = "Length of a chunk (default: ${DEFAULT-VALUE}).")
          double chunkSeconds,
      @Mixin MemoryOptions memory)
      throws UserError, IOException {
    MatcherKind kind =
        MatcherKind.from(matcher)
            .orElseThrow(
                () -> new UserError("--matcher is %s, not '%s'".formatted(rules(), matcher)));
    if (tolerance.isPresent() && !(tolerance.get() >= 0 && tolerance.get() <= 2)) {
      throw new UserError("--tolerance is a distance between 0 and 2, not " + tolerance.get());
    }
    if (model.isPresent() && kind != MatcherKind.CLASSIFIER) {
      throw new UserError("--model goes with --matcher classifier");
    }
    if (model.isEmpty() && gallery.isEmpty()) {
      throw new UserError(
          "say who is to be found: --gallery DIR, or --matcher classifier --model MODEL.zip");
    }
    if (model.isPresent() && gallery.isPresent()) {
      terminal.warn("warning: the model knows its people, so the gallery is not looked at");
    }
    if (!(chunkSeconds > 0 && chunkSeconds <= 3600)) {
      throw new UserError("--chunk-seconds is between 0 and 3600, not " + chunkSeconds);
    }
    LabelRequest request =
        new LabelRequest(
            video,
            gallery,
            model,
            out,
            kind,
            tolerance,
            labelsOnly,
            count(workers),
            chunkSeconds,
            memory.galleries());
    long start = System.nanoTime();
    try (Studio tools = studio.get();
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      Labels labels = new LabelVideo(tools, progress, terminal).label(request);
      terminal.out().println(summary(request, labels, (System.nanoTime() - start) / 1e9));
    }
    return Main.OK;
  }

  @Command(
      name = "evaluate",
      mixinStandardHelpOptions = true,
      description = {
        "Scores labels against the truth; more pairs of files are taken together.",
        "The files need the columns frame,x,y,w,h,name; docs/labels.md explains the figures."
      })
  int evaluate(
      @Parameters(index = "0", paramLabel = "TRUTH.csv") Path truth,
      @Parameters(index = "1", paramLabel = "LABELS.csv") Path labels,
      @Parameters(
              index = "2..*",
              arity = "0..*",
              paramLabel = "TRUTH.csv LABELS.csv",
              description = "Other videos, each with its labels.")
          List<Path> more,
      @Option(
              names = "--beside",
              paramLabel = "LABELS.csv",
              description =
                  "Other labels of the same video, scored beside these: two recognisers on one"
                      + " video; for each pair.")
          List<Path> beside,
      @Option(
              names = "--every",
              paramLabel = "N",
              defaultValue = "1",
              description = "Count only frames whose number is divisible by N.")
          int every,
      @Option(
              names = "--fps",
              paramLabel = "N",
              description = "Frames a second (default: by the column time of LABELS.csv).")
          Optional<Double> frameRate,
      @Option(
              names = "--shots",
              paramLabel = "JSON",
              description =
                  "A labels.json that tells the shots (default: the truth does); for each pair.")
          List<Path> shots,
      @Option(
              names = "--html",
              paramLabel = "FILE",
              description = "Write the figures and the worst mistakes as a page, too.")
          Optional<Path> page,
      @Option(
              names = "--video",
              paramLabel = "VIDEO",
              description = "With --html: show pictures of the mistakes; for each pair.")
          List<Path> videos)
      throws UserError, IOException {
    List<Path> files = new ArrayList<>(List.of(truth, labels));
    files.addAll(orNone(more));
    new EvaluateLabels(terminal, studio)
        .evaluate(
            new EvaluateRequest(
                files, orNone(beside), every, frameRate, orNone(shots), page, orNone(videos)));
    return Main.OK;
  }

  @Command(
      name = "truth",
      mixinStandardHelpOptions = true,
      description = {
        "Makes the draft of a truth file out of labels, to correct it and then evaluate with it.",
        "A row for each face on each frame: frame,x,y,w,h,name. No file is overwritten."
      })
  int truth(
      @Parameters(paramLabel = "VIDEO", description = "The video that the labels are of.")
          Path video,
      @Option(
              names = "--labels",
              paramLabel = "RESULT",
              description = "Folder that label wrote, or its labels.csv.")
          Optional<Path> labels,
      @Option(
              names = "--gallery",
              paramLabel = "DIR",
              description = "Instead of --labels: label the video now, by these pictures.")
          Optional<Path> gallery,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "TRUTH.csv",
              description = "The file to make.")
          Path out,
      @Option(
              names = "--every",
              paramLabel = "N",
              defaultValue = "1",
              description = "Only frames whose number is divisible by N: less to correct.")
          int every,
      @Option(
              names = "--workers",
              paramLabel = "N",
              description = "Chunks worked on at a time (default: one a core).")
          Optional<Integer> workers,
      @Mixin MemoryOptions memory)
      throws UserError, IOException {
    new DraftTruth(terminal, studio)
        .draft(
            new DraftTruth.Request(
                video, labels, gallery, out, every, count(workers), memory.galleries()));
    return Main.OK;
  }

  @Command(
      name = "serve",
      mixinStandardHelpOptions = true,
      description = {
        "Serves the page on this machine until Ctrl-C.",
        "Videos, galleries and results are kept in one folder; what was left undone goes on."
      })
  int serve(
      @Option(
              names = "--port",
              paramLabel = "N",
              defaultValue = "8787",
              description =
                  "Of the page; files take the next one. 0 for free ones (default: ${DEFAULT-VALUE}).")
          int port,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "${sys:idols.data:-idols-data}",
              description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
          Path data,
      @Option(
              names = "--workers",
              paramLabel = "N",
              description = "Chunks worked on at a time (default: one a core).")
          Optional<Integer> workers)
      throws UserError, IOException {
    return new StackCommands(terminal).serve(data, port, count(workers));
  }

  @Command(
      name = "demo",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a demo gallery and a demo video, labels it as the page does, and scores the labels.",
        "Prints a link to the labelled video and serves it until Ctrl-C."
      })
  int demo(
      @Option(names = "--once", description = "Stop when the video is labelled.") boolean once,
      @Option(
              names = "--port",
              paramLabel = "N",
              defaultValue = "8787",
              description =
                  "Of the page; files take the next one. 0 for free ones (default: ${DEFAULT-VALUE}).")
          int port,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "${sys:idols.build:-target}/demo",
              description = "Folder for the demo (default: ${DEFAULT-VALUE}).")
          Path data,
      @Option(
              names = "--workers",
              paramLabel = "N",
              description = "Chunks worked on at a time (default: one a core).")
          Optional<Integer> workers)
      throws UserError, IOException {
    return new StackCommands(terminal).demo(data, port, count(workers), once);
  }

  /** The rules' names, as a sentence has them. */
  private static String rules() {
    List<String> words = Arrays.stream(MatcherKind.values()).map(MatcherKind::word).toList();
    return String.join(", ", words.subList(0, words.size() - 1))
        + " or "
        + words.get(words.size() - 1);
  }

  /** How many workers are meant. */
  static int count(Optional<Integer> workers) throws UserError {
    int n = workers.orElse(Runtime.getRuntime().availableProcessors());
    if (n < 1 || n > 256) {
      throw new UserError("--workers is between 1 and 256, not " + n);
    }
    return n;
  }

  /** What is given several times; picocli gives null for not at all. */
  private static List<Path> orNone(@Nullable List<Path> given) {
    return given == null ? List.of() : given;
  }

  private static String summary(LabelRequest request, Labels labels, double seconds) {
    long named = labels.labels().stream().filter(Label::isKnown).count();
    long people =
        labels.labels().stream().filter(Label::isKnown).map(Label::name).distinct().count();
    return String.format(
        Locale.ROOT,
        "%s: %d frames in %.1f s (%.1f x real time), %d of %d faces named, %d of %d people seen",
        request.out(),
        labels.frames(),
        seconds,
        labels.video().durationSeconds() / seconds,
        named,
        labels.labels().size(),
        people,
        labels.people().size());
  }
}
