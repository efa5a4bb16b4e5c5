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

class TruthCommandTest {
  private final Path folder;
  private final Path video;
  private final Path gallery;
  private final Path out;

  /** A video of two chunks and a gallery of one person, who is on the first. */
  TruthCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    video = Shell.write(folder.resolve("mv.mp4"), "5\n85\n");
    gallery = folder.resolve("pictures");
    Shell.write(gallery.resolve("ann, the first/1.jpg"), "0");
    out = folder.resolve("new/truth.csv");
  }

  @Test
  void aDraftHasEveryFaceOfTheLabels() throws IOException {
    Path result = folder.resolve("result");
    Shell.run(PlainStudio::new, "label", video, "--gallery", gallery, "--out", result);

    Shell shell = truth("--labels", result);

    assertEquals(0, shell.code(), shell.err());
    List<String> rows = Files.readAllLines(out);
    assertEquals(1 + 2 * PlainStudio.FRAMES, rows.size());
    assertEquals("frame,x,y,w,h,name", rows.get(0));
    assertEquals("0,0.0,20.0,30.0,40.0,\"ann, the first\"", rows.get(1));
    assertEquals("9,10.0,20.0,30.0,40.0,unknown", rows.get(10));
    assertTrue(shell.out().startsWith(out + ": a draft with 10 faces on 10 of 10 frames\n"));
    assertTrue(shell.out().endsWith("./idols evaluate " + out + " LABELS.csv\n"), shell.out());
    String figures =
        Shell.run(PlainStudio::new, "evaluate", out, result.resolve("labels.csv")).out();
    assertTrue(figures.startsWith("labels: 100.00\nfaces: 100.00\n"), figures);
  }

  @Test
  void rowsAreSortedByFrameAndFromLeftToRight() throws IOException {
    Path labels =
        Shell.write(
            folder.resolve("labels.csv"),
            "name,frame,x,y,w,h\nb,2,9,1,5,5\na,2,1,1,5,5\nc,0,3.14159,1,5,5\nd,1,1,1,5,5\n");

    Shell shell = truth("--labels", labels, "--every", 2);

    assertEquals(0, shell.code(), shell.err());
    assertEquals(
        "frame,x,y,w,h,name\n0,3.1,1.0,5.0,5.0,c\n2,1.0,1.0,5.0,5.0,a\n2,9.0,1.0,5.0,5.0,b\n",
        Files.readString(out));
    assertTrue(shell.out().endsWith(" LABELS.csv --every 2\n"), shell.out());
  }

  @Test
  void aVideoWithoutLabelsIsLabelledFirst() throws IOException {
    Shell shell = truth("--gallery", gallery);

    assertEquals(0, shell.code(), shell.err());
    assertEquals(11, Files.readAllLines(out).size());
    assertEquals("5,10.0,20.0,30.0,40.0,unknown", Files.readAllLines(out).get(6));
  }

  @Test
  void aFileThatIsThereIsKept() throws IOException {
    Shell.write(out, "my corrections");

    assertComplaint(
        out + " is there already and may hold corrections: delete it, or name another file",
        truth("--gallery", gallery));
    assertEquals("my corrections", Files.readString(out));
  }

  @Test
  void whatCannotBeDraftedIsSaid() throws IOException {
    Path labels = Shell.write(folder.resolve("labels.csv"), "frame,x,y,w,h,name\n10,1,1,5,5,a\n");
    Path empty = Shell.write(folder.resolve("empty.csv"), "frame,x,y,w,h,name\n");
    String either =
        "a draft needs labels to begin with: name either --labels RESULT, what ./idols label"
            + " wrote, or --gallery DIR to have the video labelled now";

    assertComplaint(either, truth());
    assertComplaint(either, truth("--labels", labels, "--gallery", gallery));
    assertComplaint(
        "the labels reach to frame 10, and "
            + video
            + " has 10 frames: name the video that they are of",
        truth("--labels", labels));
    assertComplaint(
        "the labels have no face to begin with: give other labels, or write "
            + out
            + " by hand (frame,x,y,w,h,name)",
        truth("--labels", empty));
    assertComplaint("--every is at least 1, not 0", truth("--labels", labels, "--every", 0));
    assertComplaint(
        "there is no file " + folder.resolve("labels.csv"),
        truthAfterDeleting(labels, "--labels", folder));
    assertFalse(Files.exists(out));
  }

  private Shell truthAfterDeleting(Path file, Object... options) throws IOException {
    Files.delete(file);
    return truth(options);
  }

  private Shell truth(Object... options) {
    Object[] words = new Object[4 + options.length];
    words[0] = "truth";
    words[1] = video;
    words[2] = "--out";
    words[3] = out;
    System.arraycopy(options, 0, words, 4, options.length);
    return Shell.run(PlainStudio::new, words);
  }

  private static void assertComplaint(String sentence, Shell shell) {
    assertEquals(List.of("idols: " + sentence), shell.complaints());
    assertEquals(2, shell.code());
  }
}
