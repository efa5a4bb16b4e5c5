package io.github.idols.local;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder that results are put into: they grow in a hidden folder inside it and get their names
 * only when all are whole. Closing, or the end of the program by a signal, removes the hidden one;
 * what a killed run left is removed by the next.
 *
 * <p>Safe for use by several threads.
 */
final class ResultFolder implements AutoCloseable {
  /** A hidden folder's name says which process it belongs to. */
  private static final String HIDDEN = ".idols-";

  private static final Pattern OWNED = Pattern.compile("\\.idols-(\\d{1,18})-.*");

  private final Path folder;
  private final boolean made;
  private final Path hidden;
  private final Thread atExit;

  private ResultFolder(Path folder, boolean made, Path hidden) {
    this.folder = folder;
    this.made = made;
    this.hidden = hidden;
    this.atExit = new Thread(this::remove, "remove half-written results");
  }

  /**
   * Makes the folder where it is missing.
   *
   * @throws UserError when it cannot be made or written to
   */
  static ResultFolder open(Path folder) throws UserError {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError(
          "--out " + folder + " is a file: give the name of a folder for the results");
    }
    boolean made = !Files.exists(folder);
    try {
      Files.createDirectories(folder);
      removeLeft(folder);
      Path hidden = Files.createTempDirectory(folder, HIDDEN + ProcessHandle.current().pid() + "-");
      ResultFolder result = new ResultFolder(folder, made, hidden);
      Runtime.getRuntime().addShutdownHook(result.atExit);
      return result;
    } catch (IOException e) {
      throw new UserError(
          "cannot write into --out " + folder + " (" + UserError.of(e).getMessage() + ")", e);
    }
  }

  /** Removes the hidden folders of runs that were killed. */
  private static void removeLeft(Path folder) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, HIDDEN + "*")) {
      for (Path hidden : all) {
        Matcher owned = OWNED.matcher(hidden.getFileName().toString());
        if (owned.matches() && ProcessHandle.of(Long.parseLong(owned.group(1))).isEmpty()) {
          FolderRemover.remove(hidden);
        }
      }
    }
  }

  /** Where a result, or a file on the way to one, is written to. */
  Path growing(String name) {
    return hidden.resolve(name);
  }

  /**
   * Gives whole results their names; what had these names before is replaced.
   *
   * @throws IOException when one cannot be moved
   */
  void publish(List<String> names) throws IOException {
    for (String name : names) {
      Files.move(growing(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending already: the hook has run or is about to.
    }
  }

  private synchronized void remove() {
    // Workers may still be writing when a signal ends the program: what appears meanwhile is
    // removed in another round.
    for (int round = 0; round < 3 && Files.exists(hidden); round++) {
      try {
        FolderRemover.remove(hidden);
      } catch (IOException e) {
        // The next round, or nobody, can remove it; it is hidden and looks like no result.
      }
    }
    if (made) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        // It holds results.
      } catch (IOException e) {
        // An empty folder stays: nothing that looks like a result.
      }
    }
  }
}
