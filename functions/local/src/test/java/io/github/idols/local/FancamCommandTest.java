package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FancamCommandTest {
  private final Path folder;
  private final Path video;
  private final Path result;
  private final Path out;

  /** A labelled video of two chunks: Ann is on the first, a stranger on the second; Bea on none. */
  FancamCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    video = Shell.write(folder.resolve("mv.mp4"), "5\n85\n");
    Shell.write(folder.resolve("pictures/Ann/1.jpg"), "0");
    Shell.write(folder.resolve("pictures/Bea/1.jpg"), "180");
    result = folder.resolve("result");
    out = folder.resolve("new/ann.mp4");
    Shell labelled =
        Shell.run(
            PlainStudio::new,
            "label",
            video,
            "--gallery",
            folder.resolve("pictures"),
            "--labels-only",
            "--no-cache",
            "--out",
            result);
    assertEquals(0, labelled.code(), labelled.err());
  }

  @Test
  void theFancamOfAPersonHasAllChunks() throws IOException {
    Shell shell = fancam("Ann", result, out);

    assertEquals(0, shell.code(), shell.err());
    assertEquals(List.of("chunk 0 with Ann", "chunk 1 with Ann"), Files.readAllLines(out));
    assertEquals(out + ": 10 frames of 202x360 pixels, Ann on 5 of them (50 %)\n", shell.out());
    assertEquals(List.of("idols: warning: the sound could not be kept"), shell.complaints());
    try (var left = Files.list(out.getParent())) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void theLabelsMayBeNamedThemselvesAndAnOldFancamIsReplaced() throws IOException {
    Shell.write(out, "old");

    assertEquals(0, fancam("Ann", result.resolve("labels.json"), out).code());
    assertEquals(2, Files.readAllLines(out).size());
  }

  @Test
  void whoIsNotThereIsSaidTogetherWithWhoIs() {
    assertComplaint(
        "'Lisa' is not in the labels; --person is one of: Ann", fancam("Lisa", result, out));
    assertComplaint("'Bea' is on no frame; --person is one of: Ann", fancam("Bea", result, out));
    assertComplaint(
        "'unknown' is not in the labels; --person is one of: Ann", fancam("unknown", result, out));
    assertFalse(Files.exists(out.getParent()));
  }

  @Test
  void whatCannotBeUsedIsSaid() throws IOException {
    Path json = folder.resolve("some.json");
    String none =
        json + " holds no labels: give the folder that ./idols label wrote, or its labels.json";
    String whole = Files.readString(result.resolve("labels.json"));

    for (String wrong :
        List.of(
            "",
            "{",
            "{}",
            "[1]",
            whole.replace("\"frames\":10", "\"frames\":11"),
            whole.replace("\"shots\":[[0,", "\"shots\":[[-1,"),
            whole.replace("\"boxes\":[[0,", "\"boxes\":[[0.5,"),
            whole.replace("[1,25]", "[1,0]"))) {
      assertFalse(wrong.equals(whole), "nothing was replaced");
      assertComplaint(none, fancam("Ann", Shell.write(json, wrong), out));
    }
    assertComplaint(
        "there is no file " + folder.resolve("labels.json"), fancam("Ann", folder, out));
    assertComplaint(
        "--out " + folder + " is a folder: give the name of a file, as in lisa.mp4",
        fancam("Ann", result, folder));
    Shell.write(json, whole.replace("\"width\":640", "\"width\":1280"));
    assertComplaint(
        "the labels are of a video of 1280x360 pixels, and "
            + video
            + " has 640x360: name the video that they are of",
        fancam("Ann", json, out));
    Files.delete(video);
    assertComplaint("there is no file " + video, fancam("Ann", result, out));
  }

  @Test
  void aVideoThatBreaksOnTheWayLeavesNothing() throws IOException {
    Shell.write(video, "5\nbroken\n");

    assertComplaint("mv.mp4 is damaged: a frame cannot be decoded", fancam("Ann", result, out));
    assertFalse(Files.exists(out.getParent()));
  }

  private Shell fancam(String person, Path labels, Path file) {
    return Shell.run(
        PlainStudio::new, "fancam", video, "--labels", labels, "--person", person, "--out", file);
  }

  private static void assertComplaint(String sentence, Shell shell) {
    assertEquals(2, shell.code(), shell.err());
    assertEquals(List.of("idols: " + sentence), shell.complaints());
    assertTrue(shell.out().isEmpty(), shell.out());
  }
}
