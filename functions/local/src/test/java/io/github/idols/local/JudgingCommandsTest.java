package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that judge single pictures and the rules alone. */
class JudgingCommandsTest {
  @Test
  void photosAreRightWrongUnknownOrFaceless(@TempDir Path folder) throws IOException {
    Path gallery = folder.resolve("gallery");
    Path photos = folder.resolve("photos");
    Shell.write(gallery.resolve("ann/1.jpg"), "0");
    Shell.write(gallery.resolve("bo/1.jpg"), "90");
    Shell.write(photos.resolve("ann/1.jpg"), "5");
    Shell.write(photos.resolve("ann/2.jpg"), "80");
    Shell.write(photos.resolve("ann/3.jpg"), "200");
    Shell.write(photos.resolve("ann/4.jpg"), "a landscape");
    Shell.write(photos.resolve("cy/1.jpg"), "270");
    Shell.write(photos.resolve("cy/2.jpg"), "several 180");

    Shell shell = Shell.run(PlainStudio::new, "gallery", "test", gallery, photos);

    assertEquals(0, shell.code(), shell.err());
    assertEquals(
        """
        person           pictures right, %    wrong  unknown  no face
        ann                     4    25.00    25.00    25.00    25.00
        cy                      2   100.00     0.00     0.00     0.00
        all                     6    50.00    16.67    16.67    16.67
        Of several faces in a picture the tallest was named.

        not right:
          ann/2.jpg: bo
          ann/3.jpg: unknown
          ann/4.jpg: no face found
        """,
        shell.out());
  }

  @Test
  void aGalleryPictureOfSeveralFacesIsStillRefused(@TempDir Path folder) throws IOException {
    Shell.write(folder.resolve("gallery/ann/1.jpg"), "several 0");
    Shell.write(folder.resolve("photos/ann/1.jpg"), "several 0");

    Shell shell =
        Shell.run(
            PlainStudio::new,
            "gallery",
            "test",
            folder.resolve("gallery"),
            folder.resolve("photos"));

    assertEquals(2, shell.code());
    assertEquals(
        List.of(
            "idols: ann has no usable picture (ann/1.jpg: 2 faces of a similar size, crop it to"
                + " one): put in pictures with one clear face, 10 to 15 are best"),
        shell.complaints());
  }

  @Test
  void theMeanForgetsTheOddPictureThatTheNearestRuleFollows(@TempDir Path folder)
      throws IOException {
    // Two thirds of b's pictures lie at 90 degrees, the others among a's.
    StringBuilder table = new StringBuilder("group,member,picture,e0,e1\n");
    for (int i = 0; i < 12; i++) {
      double a = Math.toRadians(2 * i);
      double b = Math.toRadians(i % 3 == 0 ? 2 * i + 1 : 90 + i);
      table.append("g,a,").append(i).append(',').append(Math.cos(a)).append(',');
      table.append(Math.sin(a)).append('\n').append("g,b,").append(i).append(',');
      table.append(Math.cos(b)).append(',').append(Math.sin(b)).append('\n');
    }
    Path file = Shell.write(folder.resolve("table.csv"), table.toString());

    Shell shell = Shell.run(PlainStudio::new, "rules", file, "--known", 6, "--splits", 20);

    assertEquals(0, shell.code(), shell.err());
    List<String> rows = shell.out().lines().toList();
    assertEquals(3, rows.size());
    String[] pair = rows.get(2).strip().split("\\s+");
    assertEquals(List.of("a", "<->", "b"), List.of(pair).subList(0, 3));
    assertTrue(Long.parseLong(pair[3]) < Long.parseLong(pair[4]), shell.out());
    assertTrue(
        rows.get(1).matches("g, right names, % +\\d+\\.\\d\\d of 240 +\\d.*of 240"), rows.get(1));
  }

  @Test
  void aTableWithTooFewPicturesIsSaid(@TempDir Path folder) throws IOException {
    Path file = Shell.write(folder.resolve("table.csv"), "group,member,picture,e0,e1\ng,a,1,1,0\n");

    Shell shell = Shell.run(PlainStudio::new, "rules", file);

    assertEquals(List.of("idols: " + file + ": a has fewer than 26 pictures"), shell.complaints());
    assertEquals(2, shell.code());
  }
}
