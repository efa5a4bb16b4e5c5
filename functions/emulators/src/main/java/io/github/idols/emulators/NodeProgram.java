package io.github.idols.emulators;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Node program among the resources, put into a folder, since node runs files only.
 *
 * <p>The resource folder lists its files in {@code files}: the program's id, then a path a line.
 */
final class NodeProgram {
  private final String resources;

  /**
   * @param resources the resource folder, relative to this class's package, with a slash behind
   */
  NodeProgram(String resources) {
    this.resources = resources;
  }

  /**
   * Makes the program complete in a folder of its own and removes older versions of it.
   *
   * @param parent holds versions of this program and nothing else; one process at a time uses it
   * @return the folder with the program's files
   */
  Path unpackInto(Path parent) throws IOException {
    List<String> lines;
    try (InputStream list = open("files")) {
      lines = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    Path folder = parent.resolve(lines.get(0));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(parent);
      removeAllIn(parent);
      Path unfinished = Files.createTempDirectory(parent, "new");
      for (String path : lines.subList(1, lines.size())) {
        Path file = unfinished.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        try (InputStream content = open(path)) {
          Files.copy(content, file);
        }
      }
      // In one step: where the folder is, all of it is.
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  private InputStream open(String path) throws IOException {
    InputStream stream = NodeProgram.class.getResourceAsStream(resources + path);
    if (stream == null) {
      throw new FileNotFoundException(resources + path);
    }
    return stream;
  }

  private static void removeAllIn(Path parent) throws IOException {
    List<Path> old;
    try (Stream<Path> all = Files.walk(parent)) {
      old = all.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(parent)).toList();
    }
    for (Path path : old) {
      Files.delete(path);
    }
  }
}
