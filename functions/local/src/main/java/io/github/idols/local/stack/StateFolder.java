package io.github.idols.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which everything is kept between starts, held by one stack at a time. The lock goes
 * with the process that holds it, however that ends.
 */
public final class StateFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String ADDRESS = "address";

  private final Path folder;
  private final FileChannel channel;

  private StateFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder, and makes it where it is missing.
   *
   * @throws StackException when another stack holds it, or it cannot be used
   */
  static StateFolder take(Path folder) throws StackException {
    make(folder);
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new StackException(
            "idols serve is already running"
                + running(folder).map(address -> " at " + address).orElse("")
                + " on this folder ("
                + folder
                + "): stop it, or give another folder by --data");
      }
      Files.deleteIfExists(folder.resolve(ADDRESS));
      return new StateFolder(folder, channel);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static StackException unusable(Path folder, IOException e) {
    String why = e instanceof FileAlreadyExistsException ? "it is a file" : e.getMessage();
    return new StackException(
        "the folder " + folder + " cannot be used (" + why + "): give another one by --data", e);
  }

  /** Where the stack that holds a folder says that it is; nothing where none says so. */
  public static Optional<URI> running(Path folder) {
    try {
      return Optional.of(URI.create(Files.readString(folder.resolve(ADDRESS)).strip()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another stack in this program holds it.
      return false;
    }
  }

  /**
   * Makes the folder where it is missing, for its owner alone: videos and pictures are nobody
   * else's business.
   *
   * @return a folder in it for what the stack has to say
   * @throws StackException when it cannot be used
   */
  public static Path make(Path folder) throws StackException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      return Files.createDirectories(folder.resolve("log"));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  Path path() {
    return folder;
  }

  /** A folder in it, made where it is missing. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** The same, without what an earlier stack left in it. */
  Path emptied(String name) throws IOException {
    Path made = folder(name);
    List<Path> left;
    try (Stream<Path> files = Files.walk(made)) {
      left = files.filter(file -> !file.equals(made)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
    return made;
  }

  /** Tells others where to find the stack. */
  void announce(URI address) throws IOException {
    Path written = folder.resolve(ADDRESS + ".new");
    Files.writeString(written, address + "\n");
    Files.move(written, folder.resolve(ADDRESS), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives the folder to whoever comes next. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve(ADDRESS));
    channel.close();
  }
}
