package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.VideoPlanning;
import io.github.idols.local.demo.DemoMaker;
import io.github.idols.vision.video.FileSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with real networks on real faces, and how well it names them. */
@Timeout(300)
class DemoTest {
  @Test
  void theDemoIsMadeLabelledAndScored(@TempDir Path folder) throws Exception {
    Shell shell = Shell.run(RealStudio::new, "demo", "--once", "--port", "0", "--data", folder);

    assertEquals(0, shell.code(), shell.err());
    Evaluation scores =
        Evaluation.of(
            LabelsCsvReader.read(folder.resolve("truth.csv")),
            LabelsCsvReader.read(folder.resolve("labels.csv")),
            1);
    for (String line : scores.lines()) {
      assertTrue(shell.out().contains(line), shell.out());
    }
    assertAtLeast(94, scores.faces(), shell);
    assertAtLeast(97, scores.precision(), shell);
    assertAtLeast(94, scores.found(), shell);
    assertTrue(scores.strangersNamed().part() <= 0.03 * scores.strangersNamed().all(), shell.out());

    try (Studio studio = new RealStudio()) {
      VideoPlanning planning = studio.planning(10);
      Plan film = planning.plan(FileSource.open(folder.resolve("demo.mp4")));
      Plan annotated = planning.plan(FileSource.open(folder.resolve("annotated.mp4")));
      assertEquals(DemoMaker.frames(), film.video().frames());
      assertEquals(DemoMaker.frames(), annotated.video().frames());
      assertTrue(film.video().hasAudio() && annotated.video().hasAudio());
    }
    assertTrue(shell.out().contains("http://127.0.0.1:"), shell.out());
    assertTheCommandLineGivesTheSame(folder);
  }

  /** Handlers, queues and stores in between change nothing. */
  private static void assertTheCommandLineGivesTheSame(Path folder) throws Exception {
    Path gallery = folder.resolve("gallery");
    Path result = folder.resolve("result");
    Shell shell =
        Shell.run(
            RealStudio::new,
            "label",
            folder.resolve("demo.mp4"),
            "--gallery",
            gallery,
            "--out",
            result);
    assertEquals(0, shell.code(), shell.err());
    for (String file : List.of("labels.csv", "annotated.mp4")) {
      assertEquals(-1, Files.mismatch(folder.resolve(file), result.resolve(file)), file);
    }
    assertTrue(Files.size(result.resolve("contact-sheet.jpg")) > 50_000);
  }

  private static void assertAtLeast(double percent, Evaluation.Share share, Shell shell) {
    assertTrue(100.0 * share.part() / share.all() >= percent, shell.out());
  }
}
