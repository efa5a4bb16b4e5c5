package io.github.idols.local;

import io.github.idols.core.classify.TrainingJob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The process that trains: PyTorch needs 400 MB of libraries and its own threads, and has no
 * business where videos are labelled.
 *
 * @param jar its program, with its libraries in {@code lib/} beside it
 */
record TrainingProcess(Path jar) {
  /** What PyTorch says of itself, which helps nobody here. */
  private static final String CHATTER = "[W";

  /**
   * Finds the program.
   *
   * @param jar as the script names it
   * @throws UserError when it was not built
   */
  static TrainingProcess find(String jar) throws UserError {
    if (jar.isEmpty() || !Files.isRegularFile(Path.of(jar))) {
      throw new UserError(
          "the program that trains is not built: start with the script, ./idols train");
    }
    return new TrainingProcess(Path.of(jar));
  }

  /**
   * Trains, and says how far it is.
   *
   * @param out the model to make
   * @throws UserError when the model cannot be written there
   * @throws IOException when the training fails
   */
  void train(TrainingJob job, Path out, Terminal terminal) throws UserError, IOException {
    Path file = out.toAbsolutePath();
    if (file.getParent() == null || Files.isDirectory(file)) {
      throw new UserError(out + " is a folder: --out names the model to make");
    }
    Files.createDirectories(file.getParent());
    if (!Files.isWritable(file.getParent())) {
      throw new UserError("no permission to write into " + file.getParent());
    }
    Process process = new ProcessBuilder(command(file)).redirectErrorStream(true).start();
    Thread end = new Thread(process::destroy, "ends the training");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      try (OutputStream to = process.getOutputStream()) {
        job.write(to);
      } catch (IOException e) {
        // It ended early; what it said comes below.
        terminal.err().flush();
      }
      forward(process, terminal);
      if (process.waitFor() != 0) {
        throw new IOException("the training failed; what it said is above");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the training was interrupted", e);
    } finally {
      process.destroy();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private static void forward(Process process, Terminal terminal) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith(CHATTER)) {
          terminal.out().println(line);
          terminal.out().flush();
        }
      }
    }
  }

  private List<String> command(Path file) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.awt.headless=true",
        "-Dai.djl.offline=true",
        // One thread is nearly as fast on networks this small, wastes nothing where cores are
        // shared, and always sums in the same order: the same seed gives the same model.
        "-Dai.djl.pytorch.num_threads=1",
        "-DDJL_CACHE_DIR=" + jar.toAbsolutePath().resolveSibling("djl"),
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-jar",
        jar.toString(),
        file.toString());
  }
}
