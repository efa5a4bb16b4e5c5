package io.github.idols.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's beginning. */
@Command(name = "idols", mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /** Runs the program; {@code args} as on the command line. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
