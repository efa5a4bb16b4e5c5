package io.github.idols.local;

import io.github.idols.core.binary.FileKind;
import io.github.idols.core.gallery.KnownPictures;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureCheckCodec;
import io.github.idols.core.gallery.PictureContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32;

/**
 * What is known of one gallery's pictures, read from a file and written back. Safe for use by
 * several threads, and by several programs: a file is replaced as a whole.
 */
final class PictureMemory implements KnownPictures {
  private static final FileKind KIND = new FileKind("IdKp", 1, "a memory of pictures");

  /** After the file: a checksum of all before it, since a damaged number is a number, too. */
  private static final int CHECKSUM = Long.BYTES;

  private final KnownGalleries owner;
  private final Path gallery;
  private final Path file;
  private final String version;
  private final Map<String, PictureCheck> before;
  private final Map<String, PictureCheck> now = new ConcurrentSkipListMap<>();

  private PictureMemory(
      KnownGalleries owner,
      Path gallery,
      Path file,
      String version,
      Map<String, PictureCheck> before) {
    this.owner = owner;
    this.gallery = gallery;
    this.file = file;
    this.version = version;
    this.before = before;
  }

  /** What a file holds. */
  private record Content(String gallery, String version, Map<String, PictureCheck> checks) {}

  private record Entry(String sha256, PictureCheck check) {}

  /**
   * Reads a file. One that is missing, damaged, of another gallery or of another version is as good
   * as empty: pictures are looked at again, and it is written anew.
   *
   * @param version what the results depend on besides the pictures
   */
  static PictureMemory read(KnownGalleries owner, Path gallery, Path file, String version) {
    Map<String, PictureCheck> before =
        content(file)
            .filter(found -> found.gallery().equals(gallery.toString()))
            .filter(found -> found.version().equals(version))
            .map(Content::checks)
            .orElse(Map.of());
    return new PictureMemory(owner, gallery, file, version, before);
  }

  /** Whose pictures a file is about; nothing where it cannot be read. */
  static Optional<Path> galleryOf(Path file) {
    try {
      return content(file).map(found -> Path.of(found.gallery()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<PictureCheck> recall(PictureContent picture) {
    Optional<PictureCheck> known = Optional.ofNullable(before.get(picture.sha256()));
    known.ifPresent(check -> keep(picture, check));
    return known;
  }

  @Override
  public void keep(PictureContent picture, PictureCheck check) {
    now.put(picture.sha256(), check);
  }

  /**
   * Writes what was recalled and kept; pictures that the gallery has no more are forgotten. Does
   * nothing where nothing has changed.
   *
   * @throws IOException when it cannot be written; what was there before stays then
   */
  void save() throws IOException {
    if (now.equals(before)) {
      return;
    }
    // Made for its owner alone; begins with the file's name, by which it is found when it is left.
    Path growing = Files.createTempFile(owner.make(), file.getFileName() + ".", ".new");
    try {
      Files.write(growing, bytes());
      Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(growing);
    }
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    KIND.write(
        bytes,
        out -> {
          out.text(gallery.toString());
          out.text(version);
          out.list(
              List.copyOf(now.entrySet()),
              entry -> {
                out.text(entry.getKey());
                PictureCheckCodec.write(entry.getValue(), out);
              });
        });
    byte[] body = bytes.toByteArray();
    bytes.write(ByteBuffer.allocate(CHECKSUM).putLong(checksum(body, body.length)).array());
    return bytes.toByteArray();
  }

  private static Optional<Content> content(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - CHECKSUM;
      if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != checksum(bytes, length)) {
        return Optional.empty();
      }
      return Optional.of(
          KIND.read(
              new ByteArrayInputStream(bytes, 0, length),
              in -> {
                String gallery = in.text();
                String version = in.text();
                Map<String, PictureCheck> checks = new LinkedHashMap<>();
                in.list(
                        () ->
                            new Entry(
                                new PictureContent(in.text()).sha256(), PictureCheckCodec.read(in)))
                    .forEach(entry -> checks.put(entry.sha256(), entry.check()));
                return new Content(gallery, version, checks);
              }));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }
}
