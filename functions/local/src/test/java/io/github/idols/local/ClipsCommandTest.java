package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.LabelsCsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the demo's pictures, which are two people here although they show one man. */
@Timeout(300)
class ClipsCommandTest {
  private static final List<String> STILLS =
      List.of(
          "01829", "02045", "02159", "02221", "02683", "02888", "03909", "03979", "04000", "04035");

  private final Path folder;
  private final Path pictures;

  ClipsCommandTest(@TempDir Path folder) {
    this.folder = folder;
    pictures = folder.resolve("pictures");
  }

  @Test
  void truthBoxesLieWhereTheFacesAreAndWhoIsLeftOutIsUnknown() throws Exception {
    stills();
    Path out = folder.resolve("out");

    Shell shell = clips(out, "--clips", 2, "--seconds", 3, "--look", "mv", "--size", "640x360");

    assertEquals(0, shell.code(), shell.err());
    assertEquals(2, shell.out().lines().count());
    List<Set<String>> galleries = List.of(people(out, 1), people(out, 2));
    assertEquals(Set.of(Set.of("ann"), Set.of("bo")), Set.copyOf(galleries));
    for (int number = 1; number <= 2; number++) {
      Path clip = out.resolve("clip-" + number);
      List<LabelRow> truth = LabelsCsvReader.read(clip.resolve("truth.csv"));
      Set<String> known = galleries.get(number - 1);
      Set<String> names = truth.stream().map(LabelRow::name).collect(Collectors.toSet());
      names.removeAll(known);
      assertEquals(Set.of("unknown"), names);
      assertEquals(72, truth.stream().mapToLong(LabelRow::frame).distinct().count());
      Path labels = folder.resolve("labels-" + number);
      Shell label =
          Shell.run(
              RealStudio::new,
              "label",
              clip.resolve("video.mp4"),
              "--gallery",
              clip.resolve("gallery"),
              "--out",
              labels,
              "--labels-only");
      assertEquals(0, label.code(), label.err());
      Evaluation scores =
          Evaluation.of(truth, LabelsCsvReader.read(labels.resolve("labels.csv")), 1);
      assertTrue(
          scores.found().part() >= 0.8 * scores.found().all(), String.join("\n", scores.lines()));
    }
  }

  @Test
  void theSameSeedGivesTheSameClipAndAnotherOneAnother() throws Exception {
    stills();
    Path once = folder.resolve("once");
    Path again = folder.resolve("again");
    Path other = folder.resolve("other");
    Object[] options = {"--clips", 1, "--seconds", 2, "--look", "stage", "--size", "320x180"};

    assertEquals(0, clips(once, options).code());
    assertEquals(0, clips(again, options).code());
    Shell seeded =
        Shell.run(
            RealStudio::new,
            Stream.concat(
                    Stream.of("clips", pictures, "--out", other, "--seed", 2), Stream.of(options))
                .toArray());
    assertEquals(0, seeded.code());

    for (String file : List.of("clip-1/video.mp4", "clip-1/truth.csv")) {
      assertEquals(-1, Files.mismatch(once.resolve(file), again.resolve(file)), file);
      assertNotEquals(-1, Files.mismatch(once.resolve(file), other.resolve(file)), file);
    }
  }

  @Test
  void aClipThatIsThereIsNotTouched() throws IOException {
    Path clip = folder.resolve("out/clip-2");
    Shell.write(clip.resolve("truth.csv"), "mine");

    assertComplaint(
        clips(folder.resolve("out"), "--clips", 2),
        clip + " is there already: delete it, or name another --out");
    assertEquals("mine", Files.readString(clip.resolve("truth.csv")));
  }

  @Test
  void tooFewPicturesAreSaid() throws IOException {
    Shell.write(pictures.resolve("ann/1.jpg"), "0");
    Shell.write(pictures.resolve("ann/2.jpg"), "a landscape");

    Shell shell = Shell.run(PlainStudio::new, "clips", pictures, "--out", folder.resolve("out"));

    assertComplaint(
        shell,
        "ann has 1 usable pictures for the clips, at least 4 are needed: put in more with one"
            + " clear face, or take the folder out of "
            + pictures);
  }

  @Test
  void boxesThatAreNoneAreSaid() throws IOException {
    Shell.write(pictures.resolve("ann/1.jpg"), "0");
    Path boxes = Shell.write(folder.resolve("boxes.csv"), "picture,x,y,w,h\nann/1.jpg,1,2,three\n");

    assertComplaint(
        clips(folder.resolve("out"), "--boxes", boxes),
        boxes + ", line 2: it must be picture,x,y,w,h with four numbers");
  }

  @Test
  void anUnknownLookIsSaid() {
    assertComplaint(
        clips(folder.resolve("out"), "--look", "film"), "--look is mv, stage or mixed, not 'film'");
  }

  private Shell clips(Path out, Object... options) {
    return Shell.run(
        RealStudio::new,
        Stream.concat(Stream.of("clips", pictures, "--out", out), Stream.of(options)).toArray());
  }

  private static void assertComplaint(Shell shell, String sentence) {
    assertEquals(List.of("idols: " + sentence), shell.complaints());
    assertEquals(2, shell.code());
  }

  private void stills() throws IOException {
    for (int i = 0; i < STILLS.size(); i++) {
      Path person = Files.createDirectories(pictures.resolve(i % 2 == 0 ? "ann" : "bo"));
      String name = "franck_" + STILLS.get(i) + ".jpg";
      try (InputStream in = ClipsCommandTest.class.getResourceAsStream("/demo/" + name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is not on the class path");
        }
        Files.copy(in, person.resolve(name));
      }
    }
  }

  private static Set<String> people(Path out, int number) throws IOException {
    try (Stream<Path> all = Files.list(out.resolve("clip-" + number).resolve("gallery"))) {
      return all.map(person -> person.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
