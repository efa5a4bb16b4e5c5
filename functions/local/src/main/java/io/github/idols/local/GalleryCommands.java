package io.github.idols.local;

import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PictureChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about galleries; each returns the exit code. */
@Command(
    name = "gallery",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after galleries: folders with a folder of pictures for each person.")
final class GalleryCommands {
  private final Terminal terminal;
  private final Supplier<Studio> studio;

  GalleryCommands(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Says how many pictures of each person are usable, why others are not, and what would"
              + " make the gallery better.")
  int check(
      @Parameters(paramLabel = "DIR", description = "The gallery, or a zip of it.") Path folder,
      @Option(
              names = "--workers",
              paramLabel = "N",
              description = "Pictures looked at at a time (default: one a core).")
          Optional<Integer> workers,
      @Option(names = "--verbose", description = "Shows all advice, not the most useful only.")
          boolean verbose,
      @Mixin MemoryOptions memory)
      throws UserError, IOException {
    FolderGallery gallery = FolderGallery.read(folder);
    try (Studio tools = studio.get();
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      GalleryReport report =
          new LookAtGallery(tools, memory.galleries(), progress, terminal)
              .look(gallery, Commands.count(workers));
      progress.end();
      GalleryTable.lines(report).forEach(terminal.out()::println);
      GalleryAdvice.lines(report.health(), verbose).forEach(terminal.out()::println);
      terminal.out().flush();
      // Throws when the gallery names nobody.
      report.gallery();
    }
    return Main.OK;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = {
        "Names other pictures one by one by the gallery, and says how many names are right.",
        "Of several faces the tallest counts; a picture without a usable face is not right.",
        "People whom the gallery has not are right when they stay unknown."
      })
  int test(
      @Parameters(paramLabel = "GALLERY", description = "The gallery, or a zip of it.") Path known,
      @Parameters(
              paramLabel = "PHOTOS",
              description = "Folder with a folder of other pictures for each person.")
          Path photos,
      @Option(
              names = "--workers",
              paramLabel = "N",
              description = "Pictures looked at at a time (default: one a core).")
          Optional<Integer> workers,
      @Mixin MemoryOptions memory)
      throws UserError, IOException {
    FolderGallery gallery = FolderGallery.read(known);
    FolderGallery others = FolderGallery.read(photos);
    try (Studio tools = studio.get();
        WorkerPool<PictureChecker> forPhotos =
            new WorkerPool<>(Commands.count(workers), tools::newPhotoChecker);
        ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      MatcherKind rule = MatcherKind.CENTROID;
      GalleryReport people =
          new LookAtGallery(tools, memory.galleries(), progress, terminal)
              .look(gallery, Commands.count(workers));
      Matcher matcher = rule.matcher(people.gallery(), rule.defaultTolerance());
      GalleryReport pictures = new CheckGallery(forPhotos, progress).check(others);
      progress.end();
      PhotoTest.lines(matcher, pictures).forEach(terminal.out()::println);
    }
    return Main.OK;
  }

  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = {
        "Deletes what label and gallery check have kept of a gallery's pictures, or of all.",
        "That is what describes the faces in them; the pictures themselves stay."
      })
  int forget(
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              description = "The gallery, which may be gone already (default: all galleries).")
          Optional<Path> gallery,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "${sys:idols.data:-idols-data}",
              description = "Where it was kept (default: ${DEFAULT-VALUE}).")
          Path data)
      throws UserError {
    KnownGalleries known = new KnownGalleries(data);
    if (gallery.isPresent()) {
      terminal
          .out()
          .println(
              known.forget(gallery.get())
                  ? "forgotten: what was known of " + gallery.get()
                  : "nothing was known of " + gallery.get());
    } else {
      int count = known.forgetAll();
      terminal
          .out()
          .println(
              "forgotten: what was known of " + count + (count == 1 ? " gallery" : " galleries"));
    }
    return Main.OK;
  }
}
