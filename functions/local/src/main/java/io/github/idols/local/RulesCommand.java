package io.github.idols.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command behind {@code benchmarks/rules}; returns the exit code. */
@Command(
    name = "rules",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Compares the rules that name a face on a table of embeddings, by splitting it at random",
      "into known and tested pictures. Everybody is known: only the most similar person counts."
    })
final class RulesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "EMBEDDINGS.csv", description = "Columns group,member,picture,e0,e1,...")
  private Path table = Path.of("");

  @Option(
      names = "--known",
      paramLabel = "N",
      defaultValue = "25",
      description = "Pictures a member in the gallery (default: ${DEFAULT-VALUE}).")
  private int known;

  @Option(
      names = "--splits",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often it is split (default: ${DEFAULT-VALUE}).")
  private int splits;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the splits.")
  private long seed;

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws UserError, IOException {
    if (known < 1 || splits < 1) {
      throw new UserError("--known and --splits are at least 1");
    }
    CompareRules.lines(EmbeddingTable.read(table, known + 1), known, splits, seed)
        .forEach(terminal.out()::println);
    return Main.OK;
  }
}
