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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with real networks on real faces, and how well it names them. */
@Timeout(300)
class DemoTest {
  @Test
  void theDemoIsMadeLabelledAndScored(@TempDir Path folder) throws Exception {
    Shell shell = Shell.run(RealStudio::new, "demo", "--once", "--out", folder);

    assertEquals(0, shell.code(), shell.err());
    Evaluation scores =
        Evaluation.of(
            LabelsCsvReader.read(folder.resolve("truth.csv")),
            LabelsCsvReader.read(folder.resolve("result/labels.csv")),
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
      Plan annotated = planning.plan(FileSource.open(folder.resolve("result/annotated.mp4")));
      assertEquals(DemoMaker.frames(), film.video().frames());
      assertEquals(DemoMaker.frames(), annotated.video().frames());
      assertTrue(film.video().hasAudio() && annotated.video().hasAudio());
    }
    assertTrue(Files.size(folder.resolve("result/contact-sheet.jpg")) > 50_000);
  }

  private static void assertAtLeast(double percent, Evaluation.Share share, Shell shell) {
    assertTrue(100.0 * share.part() / share.all() >= percent, shell.out());
  }
}
