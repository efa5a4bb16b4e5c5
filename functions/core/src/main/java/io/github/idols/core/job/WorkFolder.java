package io.github.idols.core.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a worker for the time of one piece of work; closing removes it with its files. */
public final class WorkFolder implements AutoCloseable {
  private final Path folder;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A new one.
   *
   * @param temp folder that it is made in; made where it is not there
   */
  public static WorkFolder in(Path temp) throws IOException {
    Files.createDirectories(temp);
    return new WorkFolder(Files.createTempDirectory(temp, "job-"));
  }

  /** Where a file of that name is; none is made. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
