package io.github.idols.local;

import io.github.idols.core.binary.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the pictures of galleries gave in earlier runs: a folder with a file for each gallery, which
 * only its owner can read. These are biometric data. What belongs to a gallery whose folder is gone
 * is deleted by the next run that opens any.
 */
final class KnownGalleries {
  private static final String FOLDER = "known-galleries";
  private static final String ENDING = ".faces";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;

  /**
   * @param data the folder in which the program keeps things; need not be there
   */
  KnownGalleries(Path data) {
    folder = data.resolve(FOLDER);
  }

  /**
   * What is known of a gallery's pictures. What cannot be read counts as nothing.
   *
   * @param version what the pictures' results depend on besides the pictures
   */
  PictureMemory open(Path gallery, String version) {
    Path real = real(gallery);
    try {
      forgetGone();
    } catch (IOException e) {
      // Whatever is in the way is in the way of writing, too, which says so.
    }
    return PictureMemory.read(this, real, file(real), version);
  }

  /**
   * Deletes what is known of a gallery, which may be gone itself.
   *
   * @return whether there was anything
   * @throws UserError when it cannot be deleted
   */
  boolean forget(Path gallery) throws UserError {
    // Half-written files of killed runs begin with the same name.
    return delete(file(real(gallery)).getFileName() + "*") > 0;
  }

  /**
   * Deletes what is known of all galleries.
   *
   * @return how many there were
   * @throws UserError when something cannot be deleted
   */
  int forgetAll() throws UserError {
    return delete("*");
  }

  /**
   * Makes the folder where it is missing, for its owner alone.
   *
   * @throws IOException when it cannot be made
   */
  Path make() throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, owner);
    if (posix) {
      // It may have been made by somebody else, or copied.
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
    return folder;
  }

  private Path file(Path real) {
    ByteBuffer name = ByteBuffer.wrap(real.toString().getBytes(StandardCharsets.UTF_8));
    return folder.resolve(Sha256.hex(name) + ENDING);
  }

  private int delete(String which) throws UserError {
    int galleries = 0;
    try {
      for (Path file : files(which)) {
        if (Files.deleteIfExists(file) && file.toString().endsWith(ENDING)) {
          galleries++;
        }
      }
      return galleries;
    } catch (IOException e) {
      throw new UserError(
          "what is known of galleries cannot be deleted ("
              + UserError.of(e).getMessage()
              + "): delete the folder "
              + folder
              + " yourself",
          e);
    }
  }

  private void forgetGone() throws IOException {
    for (Path file : files("*" + ENDING)) {
      if (PictureMemory.galleryOf(file).filter(gallery -> !Files.exists(gallery)).isPresent()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> files(String which) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, which)) {
      all.forEach(files::add);
    } catch (NoSuchFileException e) {
      // Nothing was ever kept.
    }
    return files;
  }

  /** A folder's one true path, links followed as far as there is something. */
  private static Path real(Path gallery) {
    Path absolute = gallery.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      return parent == null || absolute.getFileName() == null
          ? absolute
          : real(parent).resolve(absolute.getFileName());
    }
  }
}
