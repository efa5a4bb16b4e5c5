package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in which the stack cannot start. */
class ServeCommandTest {
  @Test
  void aPortInUseIsSaidInOneLineAndTheFolderIsItsOwnersAlone(@TempDir Path folder)
      throws IOException {
    Path data = folder.resolve("data");
    try (ServerSocket taken = new ServerSocket(0)) {
      assertEquals(
          "idols: port %d is in use: stop what uses it, or give another one by --port"
              .formatted(taken.getLocalPort()),
          refusal(data, taken.getLocalPort()));
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
  }

  @Test
  void aFolderThatIsAFileIsLeftAsItIs(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertEquals(
        "idols: the folder " + file + " cannot be used (it is a file): give another one by --data",
        refusal(file, 0));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aPortThatIsNoneIsSaid(@TempDir Path folder) {
    assertTrue(refusal(folder, 70_000).contains("--port"));
    assertTrue(refusal(folder, -1).contains("--port"));
  }

  private static String refusal(Path data, int port) {
    Shell shell = Shell.run(PlainStudio::new, "serve", "--data", data, "--port", port);
    assertEquals(2, shell.code(), shell.err());
    List<String> lines = shell.err().lines().toList();
    assertEquals(1, lines.size(), shell.err());
    return lines.get(0);
  }
}
