package io.github.idols.emulators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * DynamoDB on a folder: dynalite, a child process of node, behind a free port of 127.0.0.1.
 *
 * <p>What was written is there after a restart, also when this process or the child was killed. The
 * child ends when this process does, however that ends. Dynalite knows neither transactions nor
 * {@code UpdateTimeToLive}. Safe for use by many threads.
 */
public final class DynamoEmulator implements AutoCloseable {
  private static final String LISTENING = "listening ";

  private final Process node;
  private final URI endpoint;

  private DynamoEmulator(Process node, URI endpoint) {
    this.node = node;
    this.endpoint = endpoint;
  }

  /**
   * Starts it. Where another process is just about to let go of the folder, waits up to 10 s.
   *
   * @param folder where the tables are, and the program that keeps them; made if missing
   * @throws EmulatorException where node is missing, or the folder is used by another process
   */
  public static DynamoEmulator start(Path folder) {
    return start(folder, "node");
  }

  /**
   * @param command what runs node
   */
  static DynamoEmulator start(Path folder, String command) {
    Path errors = folder.resolve("dynalite.log");
    try {
      Path program = new NodeProgram("dynalite/").unpackInto(folder.resolve("program"));
      Path data = Files.createDirectories(folder.resolve("data"));
      Process node = launch(command, program.resolve("server.mjs"), data, errors);
      // Not closed: the child would end when it prints into a broken pipe.
      BufferedReader output =
          new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
      String line = output.readLine();
      if (line == null || !line.startsWith(LISTENING)) {
        node.destroyForcibly();
        throw new EmulatorException(
            "The local DynamoDB on " + folder + " did not start: " + lastLine(errors));
      }
      int port = Integer.parseInt(line.substring(LISTENING.length()));
      return new DynamoEmulator(node, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new EmulatorException(
          "The local DynamoDB on " + folder + " did not start (" + e.getMessage() + ").", e);
    }
  }

  private static Process launch(String command, Path script, Path data, Path errors) {
    try {
      return new ProcessBuilder(
              command, script.toAbsolutePath().toString(), data.toAbsolutePath().toString())
          .redirectError(errors.toFile())
          .start();
    } catch (IOException e) {
      throw new EmulatorException(
          "Node.js could not be started as `"
              + command
              + "`: install Node.js 20 or newer and try again.",
          e);
    }
  }

  private static String lastLine(Path errors) throws IOException {
    List<String> lines =
        Files.readAllLines(errors).stream().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "it said nothing." : lines.get(lines.size() - 1);
  }

  /** Where it listens, as in {@code http://127.0.0.1:40123}. It takes any credentials. */
  public URI endpoint() {
    return endpoint;
  }

  /** The child's process id, for who wants to see or kill it. */
  public long pid() {
    return node.pid();
  }

  /** Ends the child; what was written stays. */
  @Override
  public void close() {
    try {
      // Its sign to end.
      node.getOutputStream().close();
      if (node.waitFor(5, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It ended before.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    node.destroyForcibly();
  }
}
