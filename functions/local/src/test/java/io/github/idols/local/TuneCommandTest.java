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

/** With ann at 0 and bo at 180 degrees, so that a face's angle says its cosine to them. */
class TuneCommandTest {
  private final Path folder;

  TuneCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theToleranceThatNamesMostButNoStrangerIsChosen() throws IOException {
    // Cosines to ann: 0.93, 0.5075, 0.64; the stranger's to bo: 0.4848.
    Path one = clip("one", List.of("ann", "ann"), "-21.6", "59.5");
    Path two = clip("two", List.of("ann", "unknown"), "50.2", "119");

    Shell shell = tune(one, two);

    assertEquals("--tolerance 1\n", shell.out());
    assertEquals(0, shell.code(), shell.err());
    List<String> table =
        shell.err().lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    int first = table.indexOf("0.48 1.0198 100.00 75.00 100.00 too many wrong");
    assertEquals(
        List.of(
            "0.49 1.0100 100.00 100.00 0.00",
            "0.50 1.0000 100.00 100.00 0.00",
            "0.51 0.9899 66.67 100.00 0.00"),
        table.subList(first + 1, first + 4),
        shell.err());
  }

  @Test
  void howSureAScoreIsIsCountedTrackByTrack() throws IOException {
    Path clip =
        clip(
            "one",
            List.of("ann", "bo", "unknown", "ann", "unknown"),
            "20",
            "150",
            "65",
            "61",
            "95");

    List<String> table = tune(clip).err().lines().toList();

    int head = table.indexOf("best score  tracks  right name, %");
    assertEquals(
        List.of(
            "best score  tracks  right name, %",
            "under 0.30       1           0.00",
            " 0.30-0.40       0            n/a",
            " 0.40-0.45       1           0.00",
            " 0.45-0.50       1         100.00",
            " 0.50-0.55       0            n/a",
            " 0.55-0.60       0            n/a",
            " 0.60-0.70       0            n/a",
            " 0.70-1.00       2         100.00"),
        table.subList(head, head + 9));
    assertTrue(
        table.get(head + 9).startsWith("from 0.40 on: half of the names are right at "),
        table.get(head + 9));
    assertEquals("as shipped: 0.530, 30.0", table.get(head + 10));
  }

  @Test
  void aBoxWithoutATrueFaceCountsForNoScore() throws IOException {
    Path clip = clip("one", List.of("ann", "none"), "20", "160");

    Shell shell = tune(clip);

    assertTrue(shell.err().contains(" 0.70-1.00       1         100.00\n"), shell.err());
    assertTrue(shell.err().contains("from 0.40 on: too few tracks to tell"), shell.err());
  }

  @Test
  void whereNoToleranceIsSafeThatIsSaid() throws IOException {
    Shell shell = tune(clip("one", List.of("ann", "unknown"), "30", "170"));

    assertEquals(0, shell.code());
    assertTrue(
        shell
            .err()
            .contains(
                "no tolerance reaches precision of 99 % with 1.5 % of the strangers named or"
                    + " fewer; this one has the best precision"),
        shell.err());
    assertTrue(shell.out().startsWith("--tolerance "), shell.out());
  }

  @Test
  void clipsThatShowNobodyOfTheGalleryAreSaid() throws IOException {
    assertComplaint(
        tune(clip("one", List.of("unknown"), "90")),
        "no tolerance names anybody in these clips: give clips that show people of their"
            + " galleries");
  }

  @Test
  void aFolderThatIsNoClipIsSaid() throws IOException {
    Path clip = clip("one", List.of("ann"), "0");
    Files.delete(clip.resolve("truth.csv"));

    assertComplaint(
        tune(clip),
        "there is no "
            + clip.resolve("truth.csv")
            + ": name folders that ./idols clips made, such as clips/clip-1");
  }

  @Test
  void aTruthThatSaysNothingIsSaid() throws IOException {
    Path clip = clip("one", List.of("none"), "0");
    Path truth = clip.resolve("truth.csv");
    assertComplaint(tune(clip), truth + " has no face: nothing can be chosen by it");

    Shell.write(truth, "frame,x,y,w,h,name\n3,0,0,0,9,ann\n");
    assertComplaint(tune(clip), truth + ": a true box on frame 3 has no size: put it right");
  }

  private static Shell tune(Path... clips) {
    return Shell.run(
        PlainStudio::new, Stream.concat(Stream.of("tune"), Stream.of(clips)).toArray());
  }

  private static void assertComplaint(Shell shell, String sentence) {
    assertEquals(List.of("idols: " + sentence), shell.complaints());
    assertEquals("", shell.out());
    assertEquals(2, shell.code());
  }

  /** A clip of one face a chunk; whom it shows is a name, or {@code none} for no true face. */
  private Path clip(String name, List<String> truth, String... angles) throws IOException {
    Path clip = folder.resolve(name);
    Shell.write(clip.resolve("gallery/ann/1.jpg"), "0");
    Shell.write(clip.resolve("gallery/bo/1.jpg"), "180");
    Shell.write(clip.resolve("video.mp4"), String.join("\n", angles));
    StringBuilder rows = new StringBuilder("frame,x,y,w,h,name\n");
    for (int chunk = 0; chunk < truth.size(); chunk++) {
      for (int i = 0; i < PlainStudio.FRAMES; i++) {
        if (!truth.get(chunk).equals("none")) {
          rows.append(chunk * PlainStudio.FRAMES + i).append(',').append(10 * chunk);
          rows.append(",20,30,40,").append(truth.get(chunk)).append('\n');
        }
      }
    }
    Shell.write(clip.resolve("truth.csv"), rows.toString());
    return clip;
  }
}
