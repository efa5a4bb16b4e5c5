package io.github.idols.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes a folder with all that is in it. */
final class FolderRemover extends SimpleFileVisitor<Path> {
  private FolderRemover() {}

  /**
   * Removes a folder; what is not there, or goes away meanwhile, counts as removed.
   *
   * @throws IOException when something cannot be removed
   */
  static void remove(Path folder) throws IOException {
    Files.walkFileTree(folder, new FolderRemover());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.deleteIfExists(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
    Files.deleteIfExists(dir);
    return FileVisitResult.CONTINUE;
  }
}
