package io.github.idols.deployment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that the build has installed, each in a virtual environment of Python. */
final class Tool {
  private static final long PATIENCE_SECONDS = 300;
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private Tool() {}

  /**
   * A program.
   *
   * @param environment the folder of its virtual environment
   */
  static String program(Path environment, String name) {
    Path file = environment.resolve(WINDOWS ? "Scripts/" + name + ".exe" : "bin/" + name);
    if (!Files.exists(file)) {
      throw new AssertionError(file + " is not there: `mvn verify -Pcloud` installs it.");
    }
    return file.toAbsolutePath().toString();
  }

  /**
   * Runs a program to its end.
   *
   * @param log gets all that it says
   * @return the same
   */
  static String run(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Process process = start(command, environment, log);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " does not end: " + Files.readString(log));
    }
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new AssertionError(command + " ends with " + process.exitValue() + ": " + said);
    }
    return said;
  }

  /** Starts a program in this process's folder; its output goes into a file. */
  static Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
