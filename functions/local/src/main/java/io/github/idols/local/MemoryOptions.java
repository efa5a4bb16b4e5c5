package io.github.idols.local;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that remember what a gallery's pictures gave. */
final class MemoryOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:idols.data:-idols-data}",
      description =
          "Where what the gallery's pictures gave is kept for the next run (default:"
              + " ${DEFAULT-VALUE}).")
  private Path data = Path.of("");

  @Option(
      names = "--no-cache",
      description = "Look at every picture anew, and keep nothing of them.")
  private boolean none;

  /** What is known of galleries; nothing where nothing is to be read or kept. */
  Optional<KnownGalleries> galleries() {
    return none ? Optional.empty() : Optional.of(new KnownGalleries(data));
  }
}
