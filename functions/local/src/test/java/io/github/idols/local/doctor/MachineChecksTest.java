package io.github.idols.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be wrong with a machine, and that it is not found where all is well. */
class MachineChecksTest {
  private static final String LIST =
      """
      {"packages": [{"files": [
        {"as": "models/a.tflite", "set": "serving",
         "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"as": "demo/film.mp4", "set": "demo", "sha256": "00"}
      ]}]}
      """;

  private Path folder;

  @BeforeEach
  void begin(@TempDir Path temp) {
    folder = temp;
  }

  @ParameterizedTest
  @CsvSource({
    "jdk,   javac 17.0.12",
    "jdk,   javac 21",
    "maven, Apache Maven 3.8.7",
    "maven, Apache Maven 4.0.0-rc-1",
    "node,  v20.0.0",
    "npm,   10.8.2",
  })
  void programsThatAreNewEnoughAreWell(String name, String says) throws IOException {
    assertInstanceOf(Finding.Good.class, only(program(name, script("echo " + says))));
  }

  @ParameterizedTest
  @CsvSource({
    "jdk,   javac 11.0.2,       version 11.0 is too old, JDK 17",
    "maven, Apache Maven 3.6.3, version 3.6 is too old,  Maven 3.8",
    "node,  v18.20.1,           version 18.20 is too old, Node.js 20",
    "npm,   command not found,  tells no version,        npm",
  })
  void programsThatAreTooOldAreNamedWithWhatToInstall(
      String name, String says, String found, String advice) throws IOException {
    Finding.Wrong wrong = wrong(program(name, script("echo " + says)));
    assertTrue(wrong.text().contains(found), wrong.text());
    assertTrue(wrong.advice().contains(advice), wrong.advice());
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("mvn");
    assertEquals(
        nowhere + " cannot be started", wrong(ProgramCheck.maven(nowhere.toString())).text());
  }

  @Test
  void theCompilerOfThisBuildIsFound() {
    assertInstanceOf(Finding.Good.class, only(ProgramCheck.jdk()));
  }

  @Test
  void aDataFolderThatOnlyItsOwnerCanReadIsWell() throws IOException {
    Path mine = data("rwx------");
    List<Finding> findings = new DataFolderCheck(mine, 1).look();
    assertEquals(new Finding.Good("data folder", mine + " is yours alone"), findings.get(0));
    assertInstanceOf(Finding.Good.class, findings.get(1));
  }

  @Test
  void aDataFolderThatIsNotThereYetIsMadeLater() {
    Path later = folder.resolve("a/b/c");
    assertEquals(
        new Finding.Good("data folder", later + " is made by the first start"),
        new DataFolderCheck(later, 1).look().get(0));
  }

  @Test
  void aDataFolderThatOthersCanReadIsTold() throws IOException {
    Path open = data("rwxr-xr-x");
    Finding.Wrong wrong = wrong(new DataFolderCheck(open, 1));
    assertEquals(open + " is open to other users (rwxr-xr-x)", wrong.text());
    assertTrue(wrong.advice().contains("chmod 700 '" + open + "'"), wrong.advice());
  }

  @Test
  void aFileInPlaceOfTheDataFolderIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");
    assertEquals(file + " is a file", wrong(new DataFolderCheck(file, 1)).text());
    Path below = file.resolve("data");
    assertTrue(
        wrong(new DataFolderCheck(below, 1)).text().contains(below + " cannot be made"),
        "a folder in a file");
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    Finding.Wrong wrong = wrong(new DataFolderCheck(data("rwx------"), Long.MAX_VALUE));
    assertEquals("disk space", wrong.topic());
    assertTrue(wrong.advice().contains("--data"), wrong.advice());
  }

  @Test
  void freePortsAreWellAndTakenOnesAreTold() throws IOException {
    int port = freePair();
    for (Finding finding : new PortsCheck(port, Optional.empty()).look()) {
      assertInstanceOf(Finding.Good.class, finding);
    }
    try (ServerSocket taken = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
      PortsCheck check = new PortsCheck(port, Optional.empty());
      assertEquals("port " + taken.getLocalPort(), wrong(check).topic());
      URI idols = URI.create("http://127.0.0.1:" + port);
      assertEquals(
          new Finding.Good("port " + (port + 1), "used by idols, at " + idols),
          new PortsCheck(port, Optional.of(idols)).look().get(1));
      URI another = URI.create("http://127.0.0.1:" + (port - 1));
      assertEquals("--port.", lastWord(wrong(new PortsCheck(port, Optional.of(another))).advice()));
    }
  }

  @Test
  void modelsWithTheRightChecksumsAreWell() throws IOException {
    models(LIST, "abc");
    assertEquals("1 files with the right checksums", only(modelsCheck()).text());
  }

  @Test
  void aDamagedOrMissingModelIsTold() throws IOException {
    models(LIST, "abd");
    assertEquals("models/a.tflite has another checksum", wrong(modelsCheck()).text());
    Files.delete(folder.resolve("models/a.tflite"));
    assertEquals("models/a.tflite is missing", wrong(modelsCheck()).text());
    Files.delete(folder.resolve("models/models.json"));
    assertEquals("models/models.json cannot be read", wrong(modelsCheck()).text());
  }

  @Test
  void theBuildsOwnModelsAreWell() {
    assertInstanceOf(
        Finding.Good.class, only(new ModelsCheck(MachineChecksTest.class.getClassLoader())));
  }

  @Test
  void librariesThatDoNotLoadOrSeeNothingAreTold() {
    assertInstanceOf(Finding.Good.class, only(new NativesCheck(() -> true)));
    assertTrue(wrong(new NativesCheck(() -> false)).text().contains("find no face"), "blind");
    Finding.Wrong wrong =
        wrong(
            new NativesCheck(
                () -> {
                  throw new ExceptionInInitializerError(
                      new UnsatisfiedLinkError("GLIBC_2.30 not found\nand more"));
                }));
    assertTrue(wrong.text().startsWith("they do not load (GLIBC_2.30 not found); "), wrong.text());
  }

  @Test
  void theReportCountsWhatIsWrongAndGivesTheAdviceBelow() {
    Report report =
        Report.of(
            List.of(
                () -> List.of(new Finding.Good("JDK", "17")),
                () -> List.of(new Finding.Wrong("Maven", "old", "Get a new one.")),
                () -> List.of(new Finding.Unknown("queues", "not looked at"))));
    assertEquals(
        List.of(
            "ok    JDK: 17",
            "WRONG Maven: old",
            "      Get a new one.",
            "?     queues: not looked at",
            "One thing is wrong."),
        report.lines());
    assertEquals(1, report.wrong());
    assertEquals(List.of("Nothing is wrong."), new Report(List.of()).lines());
  }

  private static ProgramCheck program(String name, Path script) {
    return switch (name) {
      case "jdk" -> ProgramCheck.jdk(script.toString());
      case "maven" -> ProgramCheck.maven(script.toString());
      case "node" -> ProgramCheck.node(script.toString());
      default -> ProgramCheck.npm(script.toString());
    };
  }

  private Path script(String body) throws IOException {
    Path script = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private Path data(String rights) throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    return Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(rights));
  }

  private void models(String list, String model) throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Files.writeString(folder.resolve("models/models.json"), list);
    Files.writeString(folder.resolve("models/a.tflite"), model);
  }

  private ModelsCheck modelsCheck() throws IOException {
    URL[] places = {folder.toUri().toURL()};
    return new ModelsCheck(new URLClassLoader(places, ClassLoader.getPlatformClassLoader()));
  }

  /** Two free ports side by side. */
  private static int freePair() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = one.getLocalPort();
        try (ServerSocket next = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
          return next.getLocalPort() - 1;
        } catch (IOException taken) {
          // Another pair, then.
        }
      }
    }
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static Finding only(Check check) {
    List<Finding> findings = check.look();
    assertEquals(1, findings.size(), findings.toString());
    return findings.get(0);
  }

  static Finding.Wrong wrong(Check check) {
    List<Finding.Wrong> wrong =
        check.look().stream()
            .filter(Finding.Wrong.class::isInstance)
            .map(Finding.Wrong.class::cast)
            .toList();
    assertEquals(1, wrong.size(), wrong.toString());
    return wrong.get(0);
  }
}
