package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of its own is ended while results are growing. */
class EndedBySignalTest {
  @Test
  void nothingHalfWrittenIsLeftBehind(@TempDir Path folder) throws Exception {
    Path result = folder.resolve("result");
    Path old = Shell.write(result.resolve("labels.csv"), "old");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                result.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertEquals("growing", out.readLine());
      try (Stream<Path> before = Files.list(result)) {
        assertEquals(2, before.count());
      }
      // SIGTERM: unlike SIGINT, nothing that runs tests in the background has it ignored.
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(128 + 15, process.exitValue());
    } finally {
      process.destroyForcibly();
    }

    try (Stream<Path> after = Files.list(result)) {
      assertEquals(List.of(old), after.toList());
    }
    assertEquals("old", Files.readString(old));
  }

  /** Begins a result and never ends. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws IOException, UserError, InterruptedException {
      try (ResultFolder results = ResultFolder.open(Path.of(args[0]))) {
        Files.writeString(results.growing("labels.csv"), "half of");
        System.out.println("growing");
        new CountDownLatch(1).await();
      }
    }
  }
}
