package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code idols} in a checkout that was never built, on machines that lack something. */
class IdolsScriptTest {
  private static final String JDK =
      "idols: a JDK 17 or newer is needed (java and javac, none found): install one, or set"
          + " JAVA_HOME to it.";
  private static final String MAVEN =
      "idols: Maven 3.8 or newer is needed (%s found): install it so that 'mvn' is on the PATH.";
  private static final String NODE =
      "idols: Node.js 20 or newer is needed (%s found): install it so that 'node' and 'npm' are on"
          + " the PATH.";

  private Path checkout;
  private Path programs;

  @BeforeEach
  void begin(@TempDir Path folder) throws IOException {
    checkout = Files.createDirectory(folder.resolve("checkout"));
    programs = Files.createDirectory(folder.resolve("bin"));
    Files.copy(Path.of("../../idols"), checkout.resolve("idols"));
    for (String tool : List.of("sh", "dirname", "mkdir", "ln", "rm", "sed", "head", "cat")) {
      Path real = Path.of("/bin", tool);
      program(tool, "exec " + (Files.exists(real) ? real : Path.of("/usr/bin", tool)) + " \"$@\"");
    }
  }

  @Test
  void saysAllThatIsMissingAtOnceAndLeavesNoLock() throws Exception {
    assertEquals(
        List.of(JDK, MAVEN.formatted("none"), NODE.formatted("none")), said("./idols", "doctor"));
    assertEquals(false, Files.exists(checkout.resolve("functions/local/target/idols.lock")));
  }

  @Test
  void saysWhatIsTooOld() throws Exception {
    program("javac", "echo javac 21.0.1");
    program("mvn", "echo Apache Maven 3.6.3");
    program("node", "echo v18.20.4");
    assertEquals(List.of(MAVEN.formatted("3.6"), NODE.formatted("18")), said("./idols", "doctor"));
  }

  private void program(String name, String does) throws IOException {
    Path script = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  /** What the script says where it fails. */
  private List<String> said(String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", words[0], words[1]);
    builder.directory(checkout.toFile()).redirectErrorStream(true);
    builder.environment().put("PATH", programs.toString());
    builder.environment().remove("JAVA_HOME");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), text);
    return text.lines().toList();
  }
}
