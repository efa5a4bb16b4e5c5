package io.github.idols.training;

import io.github.idols.core.binary.DamagedFileException;
import io.github.idols.core.binary.Sha256;
import io.github.idols.core.classify.TrainingJob;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The process that trains: a {@link TrainingJob} comes in by standard input, and the trained model
 * goes to the file that its one argument names; beside it the training as a page. Standard output
 * says how far it is.
 */
public final class Main {
  private static final String NETWORK = "/models/mobilefacenet.tflite";

  private Main() {}

  /** Trains; ends with 0 when all went well, else 1 with a line on standard error. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int code = 0;
    try {
      run(TrainingJob.read(System.in), Path.of(args[0]), out);
    } catch (IOException e) {
      System.err.println("idols: the training failed: " + e.getMessage());
      code = 1;
    }
    out.flush();
    // The engine's threads would keep the process.
    System.exit(code);
  }

  /** Trains and writes the model, whole or not at all. */
  static void run(TrainingJob job, Path file, PrintStream out) throws IOException {
    byte[] network = network();
    TrainClassifier.Trained trained = new TrainClassifier(network, out::println).train(job);
    String page = ReportPage.of(trained.report());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
        trained
            .model()
            .write(
                to,
                Map.of(
                    "model.json",
                    utf8(ReportJson.of(trained.report(), Sha256.hex(ByteBuffer.wrap(network)))),
                    "training.html",
                    utf8(page)));
      }
      Files.writeString(beside(file), page);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    out.println(file + ": the model; " + beside(file) + ": the curves of its training");
  }

  /** The page's file: {@code MODEL.html} for {@code MODEL.zip}. */
  private static Path beside(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("\\.zip$", "") + ".html");
  }

  private static byte[] network() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream(NETWORK)) {
      if (in == null) {
        throw new DamagedFileException(NETWORK + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
