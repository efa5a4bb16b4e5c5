package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelCommandTest {
  private final Path folder;
  private final Path video;
  private final Path gallery;
  private final Path out;

  /** A video of three chunks and a gallery of two people. */
  LabelCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    video = Shell.write(folder.resolve("mv.mp4"), "5\n85\n200\n");
    gallery = folder.resolve("pictures");
    Shell.write(gallery.resolve("ann/1.jpg"), "0");
    Shell.write(gallery.resolve("ann/2.JPG"), "10");
    Shell.write(gallery.resolve("bo/1.webp"), "90");
    out = folder.resolve("new/result");
  }

  @Test
  void everyFaceIsNamedOnEveryFrame() throws IOException {
    Shell shell = label("--workers", 2);

    assertEquals(List.of("idols: warning: the sound could not be kept"), shell.complaints());
    assertEquals(0, shell.code());
    List<String> csv = Files.readAllLines(out.resolve("labels.csv"));
    assertEquals(1 + 3 * PlainStudio.FRAMES, csv.size());
    assertTrue(csv.get(1).startsWith("0,0.0,20.0,30.0,40.0,ann,"), csv.get(1));
    assertTrue(csv.get(6).startsWith("5,10.0,20.0,30.0,40.0,bo,"), csv.get(6));
    assertTrue(csv.get(15).startsWith("14,20.0,20.0,30.0,40.0,unknown,"), csv.get(15));
    assertEquals(
        List.of("annotated.mp4", "contact-sheet.jpg", "labels.csv", "labels.json", "labels.vtt"),
        files(out));
    assertTrue(shell.out().contains("15 frames"), shell.out());
    assertTrue(shell.out().contains("2 of 3 faces named, 2 of 2 people seen"), shell.out());
  }

  @Test
  void chunksAreDrawnFromTheirFirstFrameOnAndJoinedInOrder() throws IOException {
    label("--workers", 3);

    assertEquals(
        List.of("chunk 0 from frame 0", "chunk 1 from frame 5", "chunk 2 from frame 10"),
        Files.readAllLines(out.resolve("annotated.mp4")));
    assertEquals("sheet of 3 chunks", Files.readString(out.resolve("contact-sheet.jpg")));
  }

  @Test
  void labelsOnlyDrawsNothing() throws IOException {
    assertEquals(0, label("--labels-only").code());
    assertEquals(List.of("labels.csv", "labels.json", "labels.vtt"), files(out));
  }

  @Test
  void theNearestRuleAndItsToleranceCanBeAskedFor() throws IOException {
    assertEquals(0, label("--matcher", "nearest", "--tolerance", "0.01").code());
    assertTrue(
        Files.readAllLines(out.resolve("labels.csv")).stream()
            .skip(1)
            .allMatch(row -> row.contains(",unknown,")));
  }

  @Test
  void aSecondRunReplacesTheResults() throws IOException {
    Shell.write(out.resolve("labels.csv"), "old");

    assertEquals(0, label().code());
    assertEquals(16, Files.readAllLines(out.resolve("labels.csv")).size());
  }

  @Test
  void aPersonWithoutUsablePicturesIsNamedAndTheOthersGoOn() throws IOException {
    Shell.write(gallery.resolve("cy/1.jpg"), "a landscape");

    Shell shell = label("--labels-only");

    assertEquals(0, shell.code());
    assertEquals(
        List.of(
            "idols: warning: cy has no usable picture (cy/1.jpg: no face found): put in pictures"
                + " with one clear face, 10 to 15 are best"),
        shell.complaints());
  }

  @Test
  void aFailureOnTheWayLeavesNothingBehind() throws IOException {
    Shell.write(video, "5\nbroken\n85\n");

    Shell shell = label();

    assertEquals(2, shell.code());
    assertEquals(
        List.of("idols: mv.mp4 is damaged: a frame cannot be decoded"), shell.complaints());
    assertEquals(false, Files.exists(out));
  }

  @Test
  void aFailureKeepsTheResultsOfTheRunBefore() throws IOException {
    Shell.write(video, "5\nbroken\n85\n");
    Shell.write(out.resolve("labels.csv"), "old");

    assertEquals(2, label().code());
    assertEquals("old", Files.readString(out.resolve("labels.csv")));
    assertEquals(List.of("labels.csv"), files(out));
  }

  @Test
  void aBrokenVideoMakesNoFolder() throws IOException {
    Shell.write(video, "");

    assertComplaint(video + ": there is nothing in it", label());
    assertEquals(false, Files.exists(out));
  }

  @Test
  void aMissingVideoIsSaid() throws IOException {
    Files.delete(video);
    assertComplaint("there is no video " + video, label());
  }

  @Test
  void aFileInTheResultsPlaceIsSaid() throws IOException {
    Shell.write(out, "a file");
    assertComplaint(
        "--out " + out + " is a file: give the name of a folder for the results", label());
  }

  @Test
  void aFileWhereTheResultsFolderShouldLieIsSaid() throws IOException {
    Shell.write(folder.resolve("new"), "a file");
    assertComplaint("cannot write into --out " + out + " (" + out + ": Not a directory)", label());
  }

  @Test
  void wrongOptionsAreSaidInOneLine() {
    assertComplaint(
        "--matcher is centroid, nearest or classifier, not 'best'", label("--matcher", "best"));
    assertComplaint("--tolerance is a distance between 0 and 2, not 3.0", label("--tolerance", 3));
    assertComplaint("--workers is between 1 and 256, not 0", label("--workers", 0));
    assertComplaint("--chunk-seconds is between 0 and 3600, not 0.0", label("--chunk-seconds", 0));
  }

  private Shell label(Object... more) {
    Object[] args =
        Stream.concat(
                Stream.of("label", video, "--gallery", gallery, "--out", out), Stream.of(more))
            .toArray();
    return Shell.run(PlainStudio::new, args);
  }

  private static void assertComplaint(String sentence, Shell shell) {
    assertEquals(List.of("idols: " + sentence), shell.err().lines().toList());
    assertEquals(2, shell.code());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
