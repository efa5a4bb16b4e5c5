package io.github.idols.local;

import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.fancam.FancamPlan;
import io.github.idols.core.fancam.PlanFancam;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Makes a fancam out of a labelled video. */
final class MakeFancam {
  private final Studio studio;
  private final Progress progress;
  private final Terminal terminal;

  MakeFancam(Studio studio, Progress progress, Terminal terminal) {
    this.studio = studio;
    this.progress = progress;
    this.terminal = terminal;
  }

  /**
   * What is to be made.
   *
   * @param labels a labels.json, or the folder that it lies in
   * @param out the file to make; what is there is replaced
   * @param workers how many chunks are worked on at a time, at least 1
   */
  record Request(Path video, Path labels, String person, Path out, int workers) {}

  /**
   * Writes the fancam; on any failure there is none.
   *
   * @return which part of each frame it shows
   * @throws UserError when a file cannot be used, or the labels do not have the person
   * @throws IOException when reading or writing fails on the way
   */
  FancamPlan make(Request request) throws UserError, IOException {
    if (!Files.exists(request.video())) {
      throw new NoSuchFileException(request.video().toString());
    }
    Path out = request.out().toAbsolutePath();
    if (Files.isDirectory(out) || out.getParent() == null) {
      throw new UserError(
          "--out " + request.out() + " is a folder: give the name of a file, as in lisa.mp4");
    }
    Labels labels = LabelsFile.read(request.labels());
    Plan plan = studio.plan(request.video(), LabelRequest.CHUNK_SECONDS);
    checkSame(labels, plan, request);
    FancamPlan fancam = plan(labels, request.person());
    String name = out.getFileName().toString();
    try (ResultFolder results = ResultFolder.open(out.getParent())) {
      FancamDrawing drawing = studio.fancams();
      List<RenderedChunk> chunks = draw(drawing, plan, fancam, results, request);
      progress.begin("joining", 1, "files", 0);
      List<String> notes =
          drawing.join(FileSource.reopen(request.video()), chunks, results.growing(name));
      progress.done(1);
      progress.end();
      notes.forEach(note -> terminal.warn("warning: " + note));
      results.publish(List.of(name));
    }
    return fancam;
  }

  private static void checkSame(Labels labels, Plan plan, Request request) throws UserError {
    if (labels.video().width() != plan.video().width()
        || labels.video().height() != plan.video().height()) {
      throw new UserError(
          "the labels are of a video of %dx%d pixels, and %s has %dx%d: name the video that they are of"
              .formatted(
                  labels.video().width(),
                  labels.video().height(),
                  request.video(),
                  plan.video().width(),
                  plan.video().height()));
    }
  }

  private static FancamPlan plan(Labels labels, String person) throws UserError {
    try {
      return PlanFancam.of(labels, person).orElseThrow(() -> new UserError(nobody(labels, person)));
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage() + ": take a larger video", e);
    }
  }

  private static String nobody(Labels labels, String person) {
    List<String> there =
        labels.people().stream()
            .filter(name -> labels.labels().stream().anyMatch(l -> isOf(l, name)))
            .toList();
    String what = labels.people().contains(person) ? "is on no frame" : "is not in the labels";
    return there.isEmpty()
        ? "'" + person + "' " + what + ", and nobody else is: label the video by another gallery"
        : "'" + person + "' " + what + "; --person is one of: " + String.join(", ", there);
  }

  private static boolean isOf(Label label, String name) {
    return label.isKnown() && label.name().equals(name);
  }

  private List<RenderedChunk> draw(
      FancamDrawing drawing, Plan plan, FancamPlan fancam, ResultFolder results, Request request)
      throws UserError, IOException {
    progress.begin(
        "fancam", plan.video().frames(), "frames", Math.max(0, plan.video().frameRate().value()));
    ChunkProgress frames = new ChunkProgress(progress, plan.chunks().size());
    // All share the one drawing: there are no tools to close.
    try (WorkerPool<AutoCloseable> threads = new WorkerPool<>(request.workers(), () -> () -> {})) {
      return threads.map(
          plan.chunks(),
          (none, chunk) ->
              drawing.render(
                  FileSource.reopen(request.video()),
                  fancam,
                  chunk,
                  results.growing("chunk-" + chunk.number() + ".mp4"),
                  frames.of(chunk.number())));
    }
  }
}
