package io.github.idols.local.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a program that the build needs is there, and new enough. */
public final class ProgramCheck implements Check {
  private final String name;
  private final List<String> command;
  private final Pattern version;
  private final int major;
  private final int minor;
  private final String advice;

  /**
   * @param command that prints the version
   * @param version finds it in what was printed: a group for the first number, one for the second
   * @param major the least first number
   * @param minor the least second number to the least first one
   */
  ProgramCheck(
      String name, List<String> command, Pattern version, int major, int minor, String advice) {
    this.name = name;
    this.command = List.copyOf(command);
    this.version = version;
    this.major = major;
    this.minor = minor;
    this.advice = advice;
  }

  /** The compiler beside the Java that runs this, which is what {@code ./idols} builds with. */
  public static ProgramCheck jdk() {
    Path beside = Path.of(System.getProperty("java.home"), "bin", "javac");
    return jdk(Files.isExecutable(beside) ? beside.toString() : "javac");
  }

  static ProgramCheck jdk(String javac) {
    return new ProgramCheck(
        "JDK",
        List.of(javac, "-version"),
        Pattern.compile("javac (\\d+)(?:\\.(\\d+))?"),
        17,
        0,
        "Install a JDK 17 or newer (java and javac), or set JAVA_HOME to one.");
  }

  /** Maven on the path. */
  public static ProgramCheck maven() {
    return maven("mvn");
  }

  static ProgramCheck maven(String mvn) {
    return new ProgramCheck(
        "Maven",
        List.of(mvn, "-version"),
        Pattern.compile("Apache Maven (\\d+)\\.(\\d+)"),
        3,
        8,
        "Install Maven 3.8 or newer so that 'mvn' is on the PATH.");
  }

  /** Node on the path. */
  public static ProgramCheck node() {
    return node("node");
  }

  static ProgramCheck node(String node) {
    return new ProgramCheck(
        "Node.js",
        List.of(node, "--version"),
        Pattern.compile("v(\\d+)\\.(\\d+)"),
        20,
        0,
        "Install Node.js 20 or newer so that 'node' and 'npm' are on the PATH.");
  }

  /** Node's package manager on the path; any version that comes with such a Node will do. */
  public static ProgramCheck npm() {
    return npm("npm");
  }

  static ProgramCheck npm(String npm) {
    return new ProgramCheck(
        "npm",
        List.of(npm, "--version"),
        Pattern.compile("(?m)^(\\d+)\\.(\\d+)"),
        1,
        0,
        "Install Node.js with its npm, so that 'npm' is on the PATH.");
  }

  @Override
  public List<Finding> look() {
    String said;
    try {
      said = run();
    } catch (IOException e) {
      return List.of(new Finding.Wrong(name, command.get(0) + " cannot be started", advice));
    }
    Matcher found = version.matcher(said);
    if (!found.find()) {
      String words = "'" + String.join(" ", command) + "' tells no version";
      return List.of(new Finding.Wrong(name, words, advice));
    }
    int first = Integer.parseInt(found.group(1));
    int second = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    String has = first + "." + second;
    boolean enough = first > major || (first == major && second >= minor);
    return List.of(
        enough
            ? new Finding.Good(name, has)
            : new Finding.Wrong(name, "version " + has + " is too old", advice));
  }

  private String run() throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
