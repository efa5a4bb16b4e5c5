package io.github.idols.local;

import io.github.idols.core.classify.TrainingJob;
import io.github.idols.core.classify.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code idols train}: fine-tunes the face network on pictures of some people. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a classifier of your own on pictures: DIR has a folder for each person, 10 or more"
          + " pictures in each.",
      "Then: idols label VIDEO --matcher classifier --model MODEL.zip --out RESULT",
      "docs/recognisers.md tells when that is better than a gallery."
    })
final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Studio> studio;

  @Parameters(paramLabel = "DIR", description = "Folder with a folder of pictures for each person.")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODEL.zip",
      description = "The model to make; the curves of its training go to MODEL.html beside it.")
  private Path out = Path.of("");

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + TrainingSettings.EPOCHS,
      description = "Most epochs of stage 2, the whole network (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      defaultValue = "" + TrainingSettings.LEARNING_RATE,
      description = "Of stage 2 (default: ${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--freeze",
      description = "Stage 1 only: the last layer learns, the network stays as it is.")
  private boolean freeze;

  @Option(
      names = "--test-split",
      paramLabel = "F",
      description =
          "Part of each person's pictures that is kept for the test (default: 0.2, or 0 with"
              + " --test).")
  private Optional<Double> testSplit = Optional.empty();

  @Option(
      names = "--test",
      paramLabel = "DIR",
      description = "Folder with other pictures of the same people for the test.")
  private Optional<Path> test = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is drawn by lot (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Pictures looked at at a time (default: one a core).")
  private Optional<Integer> workers = Optional.empty();

  TrainCommand(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Override
  public Integer call() throws UserError, IOException {
    if (epochs < 1 || epochs > 1000) {
      throw new UserError("--epochs is between 1 and 1000, not " + epochs);
    }
    if (!(learningRate > 0 && learningRate <= 0.1)) {
      throw new UserError("--learning-rate is above 0 and at most 0.1, not " + learningRate);
    }
    double split = testSplit.orElse(test.isPresent() ? 0 : 0.2);
    if (!(split >= 0 && split < 1)) {
      throw new UserError("--test-split is from 0 to below 1, not " + split);
    }
    if (!out.getFileName().toString().endsWith(".zip")) {
      throw new UserError("--out names the model to make, for instance MODEL.zip, not " + out);
    }
    TrainingSettings settings = new TrainingSettings(epochs, learningRate, freeze, seed);
    try (Studio tools = studio.get();
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      CollectFaces collect = new CollectFaces(tools, progress, terminal, Commands.count(workers));
      TrainingJob job = collect.collect(folder, test, split, settings);
      TrainingProcess.find(System.getProperty("idols.training", "")).train(job, out, terminal);
    }
    return Main.OK;
  }
}
