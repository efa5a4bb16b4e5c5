package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {
  private final Path gallery;

  GalleryCommandTest(@TempDir Path folder) {
    gallery = folder.resolve("pictures");
  }

  @Test
  void everyPersonIsListedWithWhatIsMissing() throws IOException {
    for (int i = 0; i < 10; i++) {
      Shell.write(gallery.resolve("bo/" + i + ".png"), good(90, i));
    }
    Shell.write(gallery.resolve("annabel/1.jpg"), "270");
    Shell.write(gallery.resolve("annabel/2.jpeg"), "a landscape");
    Shell.write(gallery.resolve("annabel/3.heic"), "0");
    Shell.write(gallery.resolve("annabel/.4.jpg"), "0");
    Shell.write(gallery.resolve("annabel/notes.txt"), "0");
    Shell.write(gallery.resolve("cy/1.webp"), "a landscape");
    Shell.write(gallery.resolve(".hidden/1.jpg"), "0");

    Shell shell = check();

    assertEquals(0, shell.code());
    assertEquals(
        """
        person   usable  refused  missing
        annabel       1        2  9 or more: 10 to 15 pictures are best
        bo           10        0  nothing
        cy            0        1  all: put in 10 to 15 pictures with one clear face

        refused:
          annabel/2.jpeg: no face found
          annabel/3.heic: this format is not read, save it as jpg, png or webp
          cy/1.webp: no face found
        """,
        shell.out());
  }

  @Test
  void adviceFollowsTheMostUsefulFirstAndAllOfItWhenAskedFor() throws IOException {
    for (int i = 0; i < 10; i++) {
      Shell.write(gallery.resolve("ann/" + i + ".png"), good(0, i));
      Shell.write(gallery.resolve("bo/" + i + ".png"), good(180, i));
    }
    Shell.write(gallery.resolve("bo/a.png"), "0 200 0 1 99999");
    for (String file : List.of("b", "c", "d", "e")) {
      long pattern = new Random(file.hashCode()).nextLong(1L << 50);
      Shell.write(gallery.resolve("bo/" + file + ".png"), "180 60 0 1 " + pattern);
    }
    String table =
        """
        person  usable  refused  missing
        ann         10        0  nothing
        bo          15        0  nothing

        advice:
          bo/a.png looks like ann: check who it is.
          bo/b.png has a small face, 60 pixels: one of 80 or more helps more.
          bo/c.png has a small face, 60 pixels: one of 80 or more helps more.
          bo/d.png has a small face, 60 pixels: one of 80 or more helps more.
        """;

    Shell shell = check();

    assertEquals(table + "  and 1 more like these: --verbose shows all\n", shell.out());
    assertEquals(0, shell.code());
    assertEquals(
        table + "  bo/e.png has a small face, 60 pixels: one of 80 or more helps more.\n",
        check("--verbose").out());
  }

  /** A large, sharp picture like no other, around an angle, turned to one of both sides. */
  private static String good(int degrees, int number) {
    double angle = degrees - 50 + 11 * number;
    double turn = number % 2 == 0 ? 0.5 : -0.5;
    long pattern = new Random(degrees + number).nextLong(1L << 50);
    return "%s 200 %s 1 %s".formatted(angle, turn, pattern);
  }

  @Test
  void aMissingGalleryIsSaid() {
    assertComplaint(
        "there is no gallery folder "
            + gallery
            + ": make it and put a folder for each person into it, named after the person, with 10"
            + " to 15 pictures of the face (jpg, png or webp)");
  }

  @Test
  void anEmptyGalleryIsSaid() throws IOException {
    Files.createDirectories(gallery);
    assertComplaint(
        "the gallery "
            + gallery
            + " is empty: put a folder for each person into it, named after the person, with 10 to"
            + " 15 pictures of the face (jpg, png or webp)");
  }

  @Test
  void picturesWithoutPersonFoldersAreSaid() throws IOException {
    Shell.write(gallery.resolve("1.jpg"), "0");
    assertComplaint(
        "the pictures lie directly in the gallery "
            + gallery
            + ": put them into a folder for each person, named after the person");
  }

  @Test
  void oneFacelessPictureIsSaid() throws IOException {
    Shell.write(gallery.resolve("ann/1.jpg"), "a landscape");
    assertComplaint(
        "ann has no usable picture (ann/1.jpg: no face found): put in pictures with one clear"
            + " face, 10 to 15 are best");
  }

  @Test
  void aPersonFolderWithoutPicturesIsSaid() throws IOException {
    Files.createDirectories(gallery.resolve("ann"));
    assertComplaint("ann has no picture: put 10 to 15 into the folder (jpg, png or webp)");
  }

  @Test
  void aPersonCalledUnknownIsRefused() throws IOException {
    Shell.write(gallery.resolve("unknown/1.jpg"), "0");
    assertComplaint(
        "a person cannot be called 'unknown': rename the folder " + gallery.resolve("unknown"));
  }

  @Test
  void decomposedNamesOfMacosAreComposed() {
    assertEquals("지수", FolderGallery.nameOf("\u110c\u1175\u1109\u116e"));
    assertEquals("Rosé", FolderGallery.nameOf("Rose\u0301"));
  }

  private Shell check(Object... options) {
    List<Object> words = new ArrayList<>(List.of("gallery", "check", gallery, "--workers", 2));
    words.addAll(List.of(options));
    return Shell.run(PlainStudio::new, words.toArray());
  }

  private void assertComplaint(String sentence) {
    Shell shell = check();
    assertEquals(List.of("idols: " + sentence), shell.complaints());
    assertEquals(2, shell.code());
  }
}
