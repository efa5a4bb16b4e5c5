package io.github.idols.local;

import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.TruthCsv;
import io.github.idols.core.video.Plan;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the draft of a truth file out of labels, for somebody to correct. */
final class DraftTruth {
  private static final String CSV = "labels.csv";

  private final Terminal terminal;
  private final Supplier<Studio> studio;

  DraftTruth(Terminal terminal, Supplier<Studio> studio) {
    this.terminal = terminal;
    this.studio = studio;
  }

  /**
   * What is to be drafted.
   *
   * @param labels a labels file or a folder of results; empty when the video is to be labelled
   * @param gallery what to label it by
   * @param every only frames whose number is divisible by it
   * @param known where what the gallery's pictures gave is kept; nothing where it is not
   */
  record Request(
      Path video,
      Optional<Path> labels,
      Optional<Path> gallery,
      Path out,
      int every,
      int workers,
      Optional<KnownGalleries> known) {}

  /**
   * Writes the draft and says what to do next.
   *
   * @throws UserError when a file cannot be used, or the draft's is there already
   * @throws IOException when one cannot be read or written
   */
  void draft(Request request) throws UserError, IOException {
    if (request.every() < 1) {
      throw new UserError("--every is at least 1, not " + request.every());
    }
    if (request.labels().isPresent() == request.gallery().isPresent()) {
      throw new UserError(
          "a draft needs labels to begin with: name either --labels RESULT, what ./idols label"
              + " wrote, or --gallery DIR to have the video labelled now");
    }
    if (Files.exists(request.out())) {
      throw isThere(request.out());
    }
    try (Studio tools = studio.get()) {
      Plan plan = plan(tools, request.video());
      List<LabelRow> rows =
          request.labels().isPresent()
              ? EvaluateLabels.rows(labelsFile(request.labels().get()))
              : labelled(tools, request);
      checkFrames(rows, plan, request);
      List<LabelRow> kept =
          rows.stream().filter(row -> row.frame() % request.every() == 0).toList();
      if (kept.isEmpty()) {
        throw new UserError(
            "the labels have no face to begin with: give other labels, or write "
                + request.out()
                + " by hand (frame,x,y,w,h,name)");
      }
      write(kept, request.out());
      advice(kept, plan, request).forEach(terminal.out()::println);
    }
  }

  private static UserError isThere(Path out) {
    return new UserError(
        out + " is there already and may hold corrections: delete it, or name another file");
  }

  private static Plan plan(Studio tools, Path video) throws UserError, IOException {
    if (!Files.exists(video)) {
      throw new NoSuchFileException(video.toString());
    }
    return tools.plan(video, LabelRequest.CHUNK_SECONDS);
  }

  private static Path labelsFile(Path given) {
    return Files.isDirectory(given) ? given.resolve(CSV) : given;
  }

  /** Labels the video into a folder that goes away again. */
  private List<LabelRow> labelled(Studio tools, Request request) throws UserError, IOException {
    Path folder = Files.createTempDirectory("idols-truth-");
    try (ProgressBar progress = new ProgressBar(terminal, System::nanoTime)) {
      new LabelVideo(tools, progress, terminal)
          .label(
              new LabelRequest(
                  request.video(),
                  request.gallery(),
                  Optional.empty(),
                  folder,
                  MatcherKind.CENTROID,
                  Optional.empty(),
                  true,
                  request.workers(),
                  LabelRequest.CHUNK_SECONDS,
                  request.known()));
      return EvaluateLabels.rows(folder.resolve(CSV));
    } finally {
      FolderRemover.remove(folder);
    }
  }

  /** Labels of another video would make a truth that is none. */
  private static void checkFrames(List<LabelRow> rows, Plan plan, Request request)
      throws UserError {
    long last = rows.stream().mapToLong(LabelRow::frame).max().orElse(0);
    if (last >= plan.video().frames()) {
      throw new UserError(
          "the labels reach to frame %d, and %s has %d frames: name the video that they are of"
              .formatted(last, request.video(), plan.video().frames()));
    }
  }

  private static void write(List<LabelRow> rows, Path out) throws UserError, IOException {
    if (out.toAbsolutePath().getParent() != null) {
      Files.createDirectories(out.toAbsolutePath().getParent());
    }
    // Fails where somebody was quicker: nothing is ever written over.
    try (Writer file = Files.newBufferedWriter(out, StandardOpenOption.CREATE_NEW)) {
      TruthCsv.write(rows, file);
    } catch (FileAlreadyExistsException e) {
      throw isThere(out);
    }
  }

  private static List<String> advice(List<LabelRow> rows, Plan plan, Request request) {
    long frames = rows.stream().mapToLong(LabelRow::frame).distinct().count();
    String every = request.every() > 1 ? " --every " + request.every() : "";
    return List.of(
        "%s: a draft with %d faces on %d of %d frames"
            .formatted(request.out(), rows.size(), frames, plan.video().frames()),
        "It says what the labels say, mistakes included: it is the truth only when you have looked at it.",
        "Next: correct it. Set wrong names right in the column name ('unknown' for a stranger), delete",
        "boxes that are no faces, add faces that were missed; the page can do the same with the video beside it.",
        "Then: ./idols evaluate " + request.out() + " LABELS.csv" + every);
  }
}
