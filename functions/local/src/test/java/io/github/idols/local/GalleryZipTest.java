package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryZipTest {
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private final Path folder;

  GalleryZipTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aZipIsCheckedAsItsFolderIsAndRecalledTheNextTime() throws IOException {
    Path data = folder.resolve("data");
    Map<String, String> files = new LinkedHashMap<>();
    files.put("G/annabel/1.jpg", "270");
    files.put("G/annabel/2.heic", "0");
    files.put("G/bo/1.png", "a landscape");
    files.put("G/names.csv", "folder,name");
    files.put("__MACOSX/G/bo/._1.png", "0");
    files.put("G/bo/.hidden.png", "0");
    Path zip = zip("G.zip", StandardCharsets.UTF_8, files);

    Shell first = Shell.run(PlainStudio::new, "gallery", "check", zip, "--data", data);
    Shell again = Shell.run(PlainStudio::new, "gallery", "check", zip, "--data", data);

    assertEquals(
        """
        person   usable  refused  missing
        annabel       1        1  9 or more: 10 to 15 pictures are best
        bo            0        1  all: put in 10 to 15 pictures with one clear face

        refused:
          annabel/2.heic: this format is not read, save it as jpg, png or webp
          bo/1.png: no face found
        """,
        first.out());
    assertEquals(0, first.code());
    assertEquals(first.out(), again.out());
    assertEquals(
        "forgotten: what was known of " + zip + "\n",
        Shell.run(PlainStudio::new, "gallery", "forget", zip, "--data", data).out());
  }

  @Test
  void namesWithoutAFlagAreReadAsUtf8KoreanWindowsOrDos() throws Exception {
    String lisa = Normalizer.normalize("리사", Normalizer.Form.NFD);
    assertEquals(List.of("리사"), people(zip("a.zip", StandardCharsets.UTF_8, one(lisa))));
    assertEquals(List.of("리사"), people(zip("b.zip", Charset.forName("x-windows-949"), one("리사"))));
    assertEquals(List.of("Rosé"), people(zip("c.zip", Charset.forName("IBM437"), one("Rosé"))));
  }

  @Test
  void noPathLeadsOutOfTheFolderThatIsUnpackedInto() throws Exception {
    Path zip =
        zip(
            "slip.zip",
            StandardCharsets.UTF_8,
            Map.of("../../../ann/../escaped/1.jpg", "1", "C:\\bo\\..\\2.jpg", "2"));

    FolderGallery gallery = GalleryZip.of(zip).unpack();

    for (FolderGallery.PersonFolder person : gallery.people()) {
      Path picture = person.pictures().get(0);
      int steps = picture.getNameCount();
      assertEquals(picture.normalize(), picture);
      assertTrue(
          picture.getName(steps - 3).toString().startsWith("idols-gallery-"), picture.toString());
    }
    assertEquals(
        List.of("bo", "escaped"),
        gallery.people().stream().map(FolderGallery.PersonFolder::name).toList());
  }

  @Test
  void aZipThatCannotBeUsedIsRefusedWithOneSentence() throws IOException {
    Path whole = zip("whole.zip", StandardCharsets.UTF_8, one("ann"));
    assertRefused(
        " is locked with a password: unpack it, or pack it without a password",
        changed(whole, (bytes, at) -> bytes.putShort(at + 8, (short) 1)));
    assertRefused(
        " is packed in a way that is not read here: unpack it, or make an ordinary zip",
        changed(whole, (bytes, at) -> bytes.putShort(at + 10, (short) 14)));
    String damaged = " is damaged or no zip: pack it again, or name the folder itself";
    assertRefused(damaged, changed(whole, (bytes, at) -> bytes.putInt(at + 16, 7)));
    assertRefused(damaged, changed(whole, (bytes, at) -> bytes.putInt(at + 24, 1)));
    assertRefused(damaged, Shell.write(folder.resolve("text.zip"), "no zip"));
    assertRefused(
        ": put a folder for each person into it, named after the person, with 10 to 15 pictures of"
            + " the face (jpg, png or webp)",
        zip("none.zip", StandardCharsets.UTF_8, Map.of("G/notes.txt", "x")));
    assertRefused(
        " lie in no folder: put them into a folder for each person, named after the person",
        zip("loose.zip", StandardCharsets.UTF_8, Map.of("1.jpg", "x")));
    assertRefused(
        ", which no gallery needs: unpack it and name the folder, or take fewer pictures",
        changed(whole, (bytes, at) -> bytes.putInt(at + 24, 2_000_000_000)));
  }

  @Test
  void aZipWithTooMuchInItIsNotUnpacked() throws IOException {
    Path zip =
        zip("big.zip", StandardCharsets.UTF_8, Map.of("a/1.jpg", "x".repeat(900), "a/2.jpg", "y"));
    assertThrows(UserError.class, () -> new GalleryZip(zip, 900, 10).unpack());
    UserError many = assertThrows(UserError.class, () -> new GalleryZip(zip, 9_000, 1).unpack());
    assertTrue(many.toString().contains("holds more than 1 files"), many.toString());
  }

  @Test
  void namesInATableGoIntoTheLabelsOutOfAZipAndOutOfAFolder() throws IOException {
    String table = "\uFEFFfolder,name,korean\nann,Ann/A,앤\nbo,,\n.,The (G)roup,\n";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("G/ann/1.jpg", "0");
    files.put("G/bo/1.jpg", "90");
    files.put("G/names.csv", table);
    Path zip = zip("G.zip", StandardCharsets.UTF_8, files);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Shell.write(folder.resolve(file.getKey()), file.getValue());
    }
    Path video = Shell.write(folder.resolve("video.mp4"), "5\n85\n");
    for (Path gallery : List.of(zip, folder.resolve("G"))) {
      Path out = folder.resolve("out");
      Shell shell =
          Shell.run(
              PlainStudio::new, "label", video, "--gallery", gallery, "--out", out, "--no-cache");

      assertEquals(0, shell.code(), shell.err());
      String json = Files.readString(out.resolve("labels.json"));
      assertTrue(json.contains("\"people\":[\"Ann/A\",\"bo\"]"), json);
      assertTrue(json.contains("\"names\":[{\"name\":\"Ann/A\",\"korean\":\"앤\"}]"), json);
    }
  }

  private static void assertRefused(String end, Path zip) {
    Shell shell = Shell.run(PlainStudio::new, "gallery", "check", zip, "--no-cache");
    assertEquals(2, shell.code(), shell.err());
    assertEquals(1, shell.complaints().size(), shell.err());
    assertTrue(shell.complaints().get(0).endsWith(end), shell.err());
  }

  private static List<String> people(Path zip) throws UserError {
    return GalleryZip.of(zip).unpack().people().stream()
        .map(FolderGallery.PersonFolder::name)
        .toList();
  }

  private static Map<String, String> one(String person) {
    return Map.of("G/" + person + "/1.jpg", "270");
  }

  private Path zip(String name, Charset names, Map<String, String> files) throws IOException {
    Path zip = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream to = new ZipOutputStream(out, names)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        to.putNextEntry(new ZipEntry(file.getKey()));
        to.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
      }
    }
    return zip;
  }

  /** A copy, changed where the directory tells of the only file. */
  private Path changed(Path zip, BiConsumer<ByteBuffer, Integer> change) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (bytes.getInt(at) != DIRECTORY_ENTRY) {
      at++;
    }
    change.accept(bytes, at);
    return Files.write(Files.createTempFile(folder, "changed", ".zip"), bytes.array());
  }
}
