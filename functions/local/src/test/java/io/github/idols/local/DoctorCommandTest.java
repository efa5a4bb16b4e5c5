package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.local.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DoctorCommandTest {
  private Path folder;

  @BeforeEach
  void begin(@TempDir Path temp) {
    folder = temp;
  }

  @Test
  void looksAtThisMachineAndFindsAFaceWithTheRealLibraries() {
    Shell shell =
        Shell.run(
            RealStudio::new, "doctor", "--data", folder.resolve("data"), "--port", freePort());
    for (String topic : List.of("JDK", "Maven", "Node.js", "npm", "models", "data folder")) {
      assertTrue(shell.out().contains("ok    " + topic + ": "), shell.out());
    }
    assertTrue(shell.out().contains("ok    native libraries: they find a face"), shell.out());
  }

  @Test
  void whatIsWrongIsToldAndEndsWithOne() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");
    Shell shell = Shell.run(PlainStudio::new, "doctor", "--data", file);
    assertEquals(1, shell.code(), shell.out());
    assertTrue(shell.out().contains("WRONG data folder: " + file + " is a file"), shell.out());
    // The plain studio sees no face in a real picture.
    assertTrue(shell.out().contains("WRONG native libraries: they load, but"), shell.out());
    assertEquals("", shell.err());
  }

  @Test
  void findsNothingWrongWithARunningStack() throws Exception {
    try (Stack stack = Stack.start(folder.resolve("data"), 0, 1)) {
      Shell shell = Shell.run(PlainStudio::new, "doctor", "--url", stack.address());
      assertTrue(shell.out().endsWith("Nothing is wrong.\n"), shell.out());
      assertEquals(0, shell.code());
    }
  }

  @Test
  void aDeploymentThatDoesNotRunEndsWithOne() {
    Shell shell = Shell.run(PlainStudio::new, "doctor", "--url", "http://127.0.0.1:" + freePort());
    assertEquals(1, shell.code());
    assertTrue(shell.out().contains("nobody listens there"), shell.out());
  }

  @Test
  void wrongOptionsAreSaidInOneLine() throws IOException {
    Path empty = Files.writeString(folder.resolve("outputs.json"), "{}");
    Path text = Files.writeString(folder.resolve("notes.txt"), "not JSON");
    assertComplaint("--url is an address such as", "--url", "idols.example");
    assertComplaint("has no output Page: give what aws", "--outputs", empty);
    assertComplaint("has no output Page: give what aws", "--outputs", text);
    assertComplaint("there is no file", "--outputs", folder.resolve("none"));
    assertComplaint("--port is between 1 and 65534", "--port", "70000");
  }

  @Test
  void theTemplateHasTheOutputsThatAreLookedFor() throws IOException {
    String template = Files.readString(Path.of("../../template.yaml"));
    String outputs = template.substring(template.indexOf("\nOutputs:\n"));
    for (String name : List.of("Page", "Api", "UploadsBucket", "ResultsBucket", "DeadLetters")) {
      assertTrue(outputs.contains("\n  " + name + ":\n"), name);
    }
  }

  private static void assertComplaint(String sentence, Object option, Object value) {
    Shell shell = Shell.run(PlainStudio::new, "doctor", option, value);
    assertEquals(2, shell.code(), shell.out());
    assertEquals(1, shell.err().lines().count(), shell.err());
    assertTrue(shell.err().contains(sentence), shell.err());
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
