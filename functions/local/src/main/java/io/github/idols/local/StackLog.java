package io.github.idols.local;

import java.nio.file.Path;

/** What functions and servers say goes into a file: the terminal is for its user. */
final class StackLog {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private StackLog() {}

  /** Must be said before the first logger is made. */
  static void into(Path file) {
    System.setProperty(PREFIX + "logFile", file.toString());
    System.setProperty(PREFIX + "defaultLogLevel", "warn");
    System.setProperty(PREFIX + "log.io.github.idols", "info");
    System.setProperty(PREFIX + "showDateTime", "true");
    System.setProperty(PREFIX + "dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS");
    System.setProperty(PREFIX + "showThreadName", "true");
  }
}
