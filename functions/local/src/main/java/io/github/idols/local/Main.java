package io.github.idols.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The command line.
 *
 * <p>Exit codes: 0 when all went well, 2 for what the user can put right (one line on standard
 * error says how), 1 for an error of the program's own or where {@code doctor} finds something
 * wrong, 130 after Ctrl-C.
 */
public final class Main {
  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USER = 2;

  private Main() {}

  /** Runs the program; {@code args} as on the command line. */
  public static void main(String[] args) {
    // The script says whether standard error is a screen: Java cannot tell.
    boolean screen = Boolean.getBoolean("idols.screen");
    Terminal terminal =
        new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), screen);
    int code = run(terminal, RealStudio::new, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /**
   * Runs the program and returns the exit code.
   *
   * @param studio makes the tools, when a command needs them
   */
  static int run(Terminal terminal, Supplier<Studio> studio, String... args) {
    CommandLine line = commands(terminal, studio, args.length == 0 ? "" : args[0]);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(
        (e, wrong) -> {
          String command = e.getCommandLine().getCommandSpec().qualifiedName();
          terminal.warn(oneLine(e) + "; see " + command + " --help");
          return USER;
        });
    line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, terminal));
    try {
      return line.execute(args);
    } catch (RuntimeException | Error e) {
      return explain(e, terminal);
    }
  }

  /**
   * The commands: only the one that is asked for where there is one of that name, since picocli
   * takes as long for looking at all as the program for its start.
   */
  private static CommandLine commands(Terminal terminal, Supplier<Studio> studio, String asked) {
    CommandLine line = new CommandLine(new Commands(terminal, studio));
    Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    for (Method method : CommandLine.getCommandMethods(Commands.class, null)) {
      String name = method.getAnnotation(CommandLine.Command.class).name();
      all.put(name, () -> new CommandLine(method));
    }
    all.put("gallery", () -> new CommandLine(new GalleryCommands(terminal, studio)));
    all.put("fancam", () -> new CommandLine(new FancamCommand(terminal, studio)));
    all.put("clips", () -> new CommandLine(new ClipsCommand(terminal, studio)));
    all.put("train", () -> new CommandLine(new TrainCommand(terminal, studio)));
    all.put("tune", () -> new CommandLine(new TuneCommand(terminal, studio)));
    all.put("rules", () -> new CommandLine(new RulesCommand(terminal)));
    all.put("doctor", () -> new CommandLine(new DoctorCommand(terminal, studio)));
    if (all.containsKey(asked)) {
      all.keySet().retainAll(Set.of(asked));
    }
    all.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }

  private static int explain(Throwable thrown, Terminal terminal) {
    Throwable e =
        thrown instanceof CommandLine.ExecutionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : thrown;
    if (e instanceof UserError) {
      terminal.warn(oneLine(e));
      return USER;
    }
    if (e instanceof IOException io) {
      terminal.warn(oneLine(UserError.of(io)));
      return USER;
    }
    terminal.warn(
        "an error of the program itself (" + oneLine(e) + "), please report it" + trace(e));
    return INTERNAL;
  }

  /** Keeps the stack trace in a file and says where. */
  private static String trace(Throwable e) {
    try {
      Path log = Files.createTempFile("idols-error-", ".log");
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(log))) {
        e.printStackTrace(out);
      }
      return " with " + log;
    } catch (IOException unwritable) {
      return "";
    }
  }

  private static String oneLine(Throwable e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString()).strip().replaceAll("\\s+", " ");
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
