package io.github.idols.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the folder of {@code ./idols serve} can be used, is its owner's alone and has room. */
public final class DataFolderCheck implements Check {
  /** A music video in 1080p with its results takes some hundred megabytes. */
  public static final long LEAST_ROOM = 2L << 30;

  private static final String RIGHTS = "data folder";
  private static final String ROOM = "disk space";
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Path folder;
  private final long leastRoom;

  /**
   * @param folder may be missing
   * @param leastRoom bytes that should be free
   */
  public DataFolderCheck(Path folder, long leastRoom) {
    this.folder = folder.toAbsolutePath();
    this.leastRoom = leastRoom;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      findings.add(rights());
      findings.add(room());
    } catch (IOException e) {
      findings.add(
          new Finding.Wrong(
              RIGHTS, folder + " cannot be looked at (" + e.getMessage() + ")", another()));
    }
    return findings;
  }

  private Finding rights() throws IOException {
    if (!Files.exists(folder)) {
      Path parent = existing();
      return Files.isDirectory(parent) && Files.isWritable(parent)
          ? new Finding.Good(RIGHTS, folder + " is made by the first start")
          : new Finding.Wrong(
              RIGHTS, folder + " cannot be made: " + parent + " takes no folder", another());
    }
    if (!Files.isDirectory(folder)) {
      return new Finding.Wrong(RIGHTS, folder + " is a file", another());
    }
    if (!Files.isWritable(folder)) {
      return new Finding.Wrong(RIGHTS, folder + " cannot be written to", another());
    }
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new Finding.Good(RIGHTS, folder + " can be written to");
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
    if (rights.stream().anyMatch(OTHERS::contains)) {
      return new Finding.Wrong(
          RIGHTS,
          folder + " is open to other users (" + PosixFilePermissions.toString(rights) + ")",
          "It holds faces and videos: chmod 700 '" + folder + "'");
    }
    return new Finding.Good(RIGHTS, folder + " is yours alone");
  }

  private Finding room() throws IOException {
    long free = Files.getFileStore(existing()).getUsableSpace();
    String gigabytes = String.format(Locale.ROOT, "%.1f GB free", free / 1e9);
    return free >= leastRoom
        ? new Finding.Good(ROOM, gigabytes)
        : new Finding.Wrong(
            ROOM,
            gigabytes + " where " + folder + " is",
            "Make room there, or give a folder on another disk by --data.");
  }

  /** The folder, or the nearest one above it that is there. */
  private Path existing() {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private static String another() {
    return "Give another folder by --data, or make this one usable.";
  }
}
