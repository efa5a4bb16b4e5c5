package io.github.idols.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.classify.FaceCutter;
import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.gallery.PictureContent;
import io.github.idols.core.gallery.RecallPictures;
import io.github.idols.core.label.Labels;
import io.github.idols.core.score.StillPictures;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoPlanning;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownGalleriesTest {
  private final Path folder;
  private final Path data;
  private final Path kept;
  private final Path gallery;
  private final Path video;
  private final AtomicInteger looks = new AtomicInteger();

  KnownGalleriesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    data = folder.resolve("data");
    kept = data.resolve("known-galleries");
    video = Shell.write(folder.resolve("mv.mp4"), "5\n85\n200\n");
    gallery = folder.resolve("pictures");
    Shell.write(gallery.resolve("ann/1.jpg"), "0");
    Shell.write(gallery.resolve("ann/2.jpg"), "10.3");
    Shell.write(gallery.resolve("ann/3.jpg"), "a landscape");
    Shell.write(gallery.resolve("bo/1.webp"), "90");
  }

  /** A plain studio that counts how many pictures are looked at. */
  private record Counting(Studio plain, AtomicInteger looks, String pictureVersion)
      implements Studio {
    @Override
    public VideoPlanning planning(double chunkSeconds) {
      return plain.planning(chunkSeconds);
    }

    @Override
    public PictureChecker newPictureChecker() {
      PictureChecker checker = plain.newPictureChecker();
      return new PictureChecker() {
        @Override
        public PictureCheck check(io.github.idols.core.video.MediaSource picture)
            throws IOException {
          looks.incrementAndGet();
          return checker.check(picture);
        }

        @Override
        public void close() {
          checker.close();
        }
      };
    }

    @Override
    public PictureChecker newPhotoChecker() {
      return plain.newPhotoChecker();
    }

    @Override
    public FaceCutter newFaceCutter() {
      return plain.newFaceCutter();
    }

    @Override
    public FaceCutter newTestFaceCutter() {
      return plain.newTestFaceCutter();
    }

    @Override
    public Studio tuned(byte[] network) throws UserError {
      return plain.tuned(network);
    }

    @Override
    public ChunkRecognizer newRecognizer() {
      return plain.newRecognizer();
    }

    @Override
    public Drawing draw(Path video, Labels labels) throws IOException {
      return plain.draw(video, labels);
    }

    @Override
    public FancamDrawing fancams() {
      return plain.fancams();
    }

    @Override
    public StillPictures stills() {
      return plain.stills();
    }

    @Override
    public void close() {
      plain.close();
    }
  }

  @Test
  void aSecondRunLooksAtNoPictureAndWritesTheSameLabels() throws IOException {
    assertEquals(4, looksOf(() -> label("first")));
    assertEquals(0, looksOf(() -> label("second")));
    assertEquals(4, looksOf(() -> label("third", "--no-cache")));

    for (String name : List.of("labels.csv", "labels.json", "labels.vtt")) {
      String first = Files.readString(folder.resolve("first").resolve(name));
      assertEquals(first, Files.readString(folder.resolve("second").resolve(name)));
      assertEquals(first, Files.readString(folder.resolve("third").resolve(name)));
    }
  }

  @Test
  void checkAndLabelAndTestShareWhatIsKnown() {
    Shell first = run("gallery", "check", gallery, "--data", data);
    assertEquals(4, looks.getAndSet(0));
    assertEquals(first, run("gallery", "check", gallery, "--data", data));
    label("out");
    run("gallery", "test", gallery, gallery, "--data", data);
    run("truth", video, "--gallery", gallery, "--out", folder.resolve("t.csv"), "--data", data);
    assertEquals(0, looks.get());
    assertTrue(Files.exists(folder.resolve("t.csv")));
  }

  @Test
  void onlyWhatIsNewIsLookedAtAndWhatIsGoneIsForgotten() throws IOException {
    label("out");
    PictureContent gone = content(gallery.resolve("ann/1.jpg"));
    assertTrue(memory().recall(gone).isPresent());
    Files.delete(gallery.resolve("ann/1.jpg"));
    Files.move(gallery.resolve("ann/2.jpg"), gallery.resolve("bo/9.jpg"));
    Shell.write(gallery.resolve("bo/2.jpg"), "91");

    assertEquals(1, looksOf(() -> label("out")));
    assertTrue(memory().recall(gone).isEmpty());
    assertTrue(memory().recall(content(gallery.resolve("bo/9.jpg"))).isPresent());
  }

  @Test
  void otherNetworksMakeAllPicturesNew() {
    label("out");
    assertEquals(4, looksOf(() -> Shell.run(studio("angles, measured anew"), words("out"))));
  }

  @Test
  void withoutMemoryNothingIsWritten() {
    assertEquals(0, label("out", "--no-cache").code());
    assertFalse(Files.exists(data));
  }

  @Test
  void damagedAndForeignFilesAreIgnoredAndWrittenAnew() throws IOException {
    label("out");
    Path file = onlyFile();
    byte[] good = Files.readAllBytes(file);
    List<byte[]> bad = new ArrayList<>(List.of(new byte[0], "a text".getBytes(UTF_8)));
    for (int at = 0; at < good.length; at += 7) {
      byte[] damaged = good.clone();
      damaged[at] ^= 0x10;
      bad.add(damaged);
    }
    bad.add(java.util.Arrays.copyOf(good, good.length / 2));
    for (byte[] bytes : bad) {
      Files.write(file, bytes);
      assertTrue(memory().recall(content(gallery.resolve("ann/1.jpg"))).isEmpty());
    }
    Files.write(file, bad.get(bad.size() - 1));
    assertEquals(4, looksOf(() -> label("out")));
    assertEquals(0, looksOf(() -> label("out")));
  }

  @Test
  void onlyTheOwnerCanReadIt() throws IOException {
    Files.createDirectories(kept);
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwxrwxrwx"));
    label("out");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())));
  }

  @Test
  void forgettingDeletesTheFiles() throws IOException {
    label("out");
    Shell.write(kept.resolve(onlyFile().getFileName() + ".123.new"), "left by a killed run");
    assertEquals(
        "forgotten: what was known of " + gallery + "\n",
        run("gallery", "forget", gallery, "--data", data).out());
    assertEquals(List.of(), files());
    assertEquals(
        "nothing was known of " + gallery + "\n",
        run("gallery", "forget", gallery, "--data", data).out());
    assertEquals(4, looksOf(() -> label("out")));

    Shell all = run("gallery", "forget", "--data", data);
    assertEquals("forgotten: what was known of 1 gallery\n", all.out());
    assertEquals(0, all.code());
    assertEquals(List.of(), files());
  }

  @Test
  void aGalleryThatIsGoneCanBeForgottenByAnyNameThatItHad() throws IOException {
    label("out");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    FolderRemover.remove(gallery);
    run("gallery", "forget", link.resolve("x/../pictures"), "--data", data);
    assertEquals(List.of(), files());
  }

  @Test
  void aGalleryThatIsGoneIsForgottenByTheNextRunOverAnother() throws IOException {
    label("out");
    Path other = folder.resolve("other");
    Shell.write(other.resolve("cy/1.jpg"), "45");
    FolderRemover.remove(gallery);
    run("gallery", "check", other, "--data", data);
    assertEquals(1, files().size());
    assertTrue(
        new KnownGalleries(data)
            .open(other, "angles")
            .recall(content(other.resolve("cy/1.jpg")))
            .isPresent());
  }

  @Test
  void whereNothingCanBeKeptTheRunGoesOn() throws IOException {
    Shell.write(data, "a file");
    Shell shell = label("out");
    assertEquals(0, shell.code());
    assertEquals(1, shell.complaints().size());
    assertTrue(
        shell.complaints().get(0).contains("could not be kept for the next run"),
        shell.complaints().get(0));
    assertTrue(shell.complaints().get(0).endsWith("or say --no-cache"));
  }

  @Test
  void runsAtTheSameTimeLeaveAWholeFile() throws Exception {
    List<Thread> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String out = "out-" + i;
      Thread run = new Thread(() -> label(out));
      runs.add(run);
      run.start();
    }
    for (Thread run : runs) {
      run.join();
    }
    assertEquals(1, files().size());
    assertEquals(0, looksOf(() -> label("out")));
  }

  @Test
  void realPicturesAreRecalledToTheLastBit() throws Exception {
    Path picture = folder.resolve("franck.jpg");
    try (InputStream in =
            Objects.requireNonNull(getClass().getResourceAsStream("/demo/franck_01829.jpg"));
        Studio studio = new RealStudio();
        PictureChecker plain = studio.newPictureChecker()) {
      Files.copy(in, picture);
      PictureCheck looked = check(plain, picture);
      PictureMemory first = new KnownGalleries(data).open(gallery, studio.pictureVersion());
      try (PictureChecker checker = new RecallPictures(first, studio::newPictureChecker)) {
        assertEquals(looked, check(checker, picture));
      }
      first.save();
      PictureMemory second = new KnownGalleries(data).open(gallery, studio.pictureVersion());
      try (PictureChecker checker =
          new RecallPictures(
              second,
              () -> {
                throw new IllegalStateException("looked again");
              })) {
        assertEquals(looked, check(checker, picture));
      }
    }
  }

  private static PictureCheck check(PictureChecker checker, Path picture)
      throws IOException, RefusedException {
    return checker.check(FileSource.open(picture));
  }

  private PictureMemory memory() {
    return new KnownGalleries(data).open(gallery, "angles");
  }

  private static PictureContent content(Path file) throws IOException {
    return PictureContent.of(ByteBuffer.wrap(Files.readAllBytes(file)));
  }

  private int looksOf(Supplier<Shell> run) {
    looks.set(0);
    Shell shell = run.get();
    assertEquals(0, shell.code(), shell.err());
    return looks.get();
  }

  private Supplier<Studio> studio(String version) {
    return () -> new Counting(new PlainStudio(), looks, version);
  }

  private Shell run(Object... words) {
    return Shell.run(studio("angles"), words);
  }

  private Shell label(String out, Object... more) {
    return run(Stream.concat(Stream.of(words(out)), Stream.of(more)).toArray());
  }

  private Object[] words(String out) {
    return new Object[] {
      "label",
      video,
      "--gallery",
      gallery,
      "--out",
      folder.resolve(out),
      "--labels-only",
      "--data",
      data
    };
  }

  private Path onlyFile() throws IOException {
    List<Path> files = files();
    assertEquals(1, files.size());
    return files.get(0);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files.toList();
    }
  }
}
