package io.github.idols.local;

import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.LabelsCsv;
import io.github.idols.core.label.LabelsJson;
import io.github.idols.core.label.LabelsVtt;
import io.github.idols.core.label.NameTracks;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.JoinChunks;
import io.github.idols.core.track.VideoTracks;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Labels a video by a gallery: pictures in, a video in, labels and the labelled video out. */
final class LabelVideo {
  private static final String JSON = "labels.json";
  private static final String CSV = "labels.csv";
  private static final String VTT = "labels.vtt";
  private static final String VIDEO = "annotated.mp4";
  private static final String SHEET = "contact-sheet.jpg";

  private final Studio studio;
  private final Progress progress;
  private final Terminal terminal;

  LabelVideo(Studio studio, Progress progress, Terminal terminal) {
    this.studio = studio;
    this.progress = progress;
    this.terminal = terminal;
  }

  /**
   * Labels a video; on any failure no result is left behind.
   *
   * @return the labels, which lie in the folder of results too
   * @throws UserError when video, gallery or folder of results cannot be used
   * @throws IOException when reading or writing fails on the way
   */
  Labels label(LabelRequest request) throws UserError, IOException {
    Plan plan = plan(request);
    FolderGallery folder = FolderGallery.read(request.gallery());
    try (ResultFolder results = ResultFolder.open(request.out());
        WorkerPool<Worker> workers = new WorkerPool<>(request.workers(), studio::newWorker)) {
      Gallery gallery = gallery(folder, workers);
      List<ChunkTracks> tracks = recognize(request.video(), plan, workers);
      Labels labels = name(plan, tracks, gallery, request);
      List<String> files = new ArrayList<>(writeLabels(labels, results));
      if (!request.labelsOnly()) {
        Drawing drawing = studio.draw(request.video(), plan, labels);
        draw(drawing, plan, tracks, results, workers);
        files.addAll(join(drawing, results));
      }
      progress.end();
      results.publish(files);
      return labels;
    }
  }

  private Plan plan(LabelRequest request) throws UserError, IOException {
    Path video = request.video();
    if (!Files.exists(video)) {
      throw new UserError("there is no video " + video);
    }
    if (!Files.isRegularFile(video)) {
      throw new UserError(video + " is not a file: name a video");
    }
    try {
      return studio.plan(video, request.chunkSeconds());
    } catch (RefusedException e) {
      throw new UserError(video + ": " + e.getMessage(), e);
    }
  }

  private Gallery gallery(FolderGallery folder, WorkerPool<Worker> workers)
      throws UserError, IOException {
    GalleryReport report = new CheckGallery(workers, progress).check(folder);
    progress.end();
    Gallery gallery = report.gallery();
    for (GalleryReport.PersonReport person : report.faceless()) {
      terminal.warn("warning: " + GalleryReport.whyFaceless(person));
    }
    return gallery;
  }

  private List<ChunkTracks> recognize(Path video, Plan plan, WorkerPool<Worker> workers)
      throws UserError, IOException {
    ChunkProgress frames = begin("faces", plan);
    return workers.map(
        plan.chunks(),
        (worker, chunk) -> worker.recognize(video, plan, chunk, frames.of(chunk.number())));
  }

  private Labels name(Plan plan, List<ChunkTracks> tracks, Gallery gallery, LabelRequest request) {
    VideoTracks joined = new JoinChunks().join(tracks);
    progress.begin("naming", joined.tracks().size(), "tracks", 0);
    Matcher matcher = request.matcher().matcher(gallery, request.tolerance());
    Labels labels =
        new Labels(
            plan.video(),
            joined.framePts(),
            gallery.people().stream().map(Person::name).toList(),
            joined.shots(),
            new NameTracks(matcher).name(joined.tracks()));
    progress.done(joined.tracks().size());
    return labels;
  }

  private static List<String> writeLabels(Labels labels, ResultFolder results) throws IOException {
    try (Writer out = Files.newBufferedWriter(results.growing(JSON))) {
      LabelsJson.write(labels, out);
    }
    try (Writer out = Files.newBufferedWriter(results.growing(CSV))) {
      LabelsCsv.write(labels, out);
    }
    try (Writer out = Files.newBufferedWriter(results.growing(VTT))) {
      LabelsVtt.write(labels, out);
    }
    return List.of(JSON, CSV, VTT);
  }

  private void draw(
      Drawing drawing,
      Plan plan,
      List<ChunkTracks> tracks,
      ResultFolder results,
      WorkerPool<Worker> workers)
      throws UserError, IOException {
    record Part(Chunk chunk, long firstFrame) {}
    List<Part> parts = new ArrayList<>();
    long frame = 0;
    for (int i = 0; i < plan.chunks().size(); i++) {
      parts.add(new Part(plan.chunks().get(i), frame));
      frame += tracks.get(i).framePts().size();
    }
    ChunkProgress frames = begin("drawing", plan);
    workers.map(
        parts,
        (worker, part) -> {
          int number = part.chunk().number();
          drawing.chunk(
              part.chunk(),
              part.firstFrame(),
              results.growing("chunk-" + number + ".mp4"),
              frames.of(number));
          return part;
        });
  }

  private List<String> join(Drawing drawing, ResultFolder results) throws IOException {
    progress.begin("joining", 2, "files", 0);
    List<String> notes = drawing.join(results.growing(VIDEO));
    progress.done(1);
    drawing.contactSheet(results.growing(SHEET));
    progress.done(2);
    progress.end();
    notes.forEach(note -> terminal.warn("warning: " + note));
    return List.of(VIDEO, SHEET);
  }

  private ChunkProgress begin(String phase, Plan plan) {
    progress.begin(
        phase, plan.video().frames(), "frames", Math.max(0, plan.video().frameRate().value()));
    return new ChunkProgress(progress, plan.chunks().size());
  }
}
