package io.github.idols.local;

import io.github.idols.core.classify.Classifier;
import io.github.idols.core.classify.TrainedModel;
import io.github.idols.core.gallery.ClassifierMatcher;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.LabelsCsv;
import io.github.idols.core.label.LabelsJson;
import io.github.idols.core.label.LabelsVtt;
import io.github.idols.core.label.NameVideo;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.FileSource;
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
    if (request.model().isPresent()) {
      TrainedModel model = ModelFile.read(request.model().get());
      Classifier trained = model.classifier();
      Classifier classifier =
          request
              .tolerance()
              .map(t -> trained.withThreshold(MatcherKind.cosine(t)))
              .orElse(trained);
      try (Studio tuned = studio.tuned(model.network())) {
        return new LabelVideo(tuned, progress, terminal)
            .label(request, plan, List.of(), () -> new ClassifierMatcher(classifier));
      }
    }
    FolderGallery folder = FolderGallery.read(request.gallery().orElseThrow());
    double tolerance = request.tolerance().orElse(request.matcher().defaultTolerance());
    return label(
        request,
        plan,
        folder.names(),
        () -> request.matcher().matcher(gallery(folder, request), tolerance));
  }

  /** Makes what names the faces; a gallery's pictures are looked at for it. */
  private interface Rule {
    Matcher make() throws UserError, IOException;
  }

  private Labels label(LabelRequest request, Plan plan, List<PersonNames> names, Rule rule)
      throws UserError, IOException {
    try (ResultFolder results = ResultFolder.open(request.out())) {
      Matcher matcher = rule.make();
      NamedVideo named = name(plan, recognize(request, plan), matcher);
      List<String> files = new ArrayList<>(writeLabels(named.labels().withNames(names), results));
      if (!request.labelsOnly()) {
        Drawing drawing = studio.draw(request.video(), named.labels());
        List<RenderedChunk> chunks = draw(drawing, plan, named, results, request);
        files.addAll(join(drawing, chunks, results, request.video()));
      }
      progress.end();
      results.publish(files);
      return named.labels();
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
    return studio.plan(video, request.chunkSeconds());
  }

  private Gallery gallery(FolderGallery folder, LabelRequest request)
      throws UserError, IOException {
    GalleryReport report =
        new LookAtGallery(studio, request.known(), progress, terminal)
            .look(folder, request.workers());
    progress.end();
    Gallery gallery = report.gallery();
    for (GalleryReport.PersonReport person : report.faceless()) {
      terminal.warn("warning: " + GalleryReport.whyFaceless(person));
    }
    return gallery;
  }

  private List<ChunkTracks> recognize(LabelRequest request, Plan plan)
      throws UserError, IOException {
    ChunkProgress frames = begin("faces", plan);
    try (WorkerPool<ChunkRecognizer> recognizers =
        new WorkerPool<>(request.workers(), studio::newRecognizer)) {
      return recognizers.map(
          plan.chunks(),
          (recognizer, chunk) ->
              recognizer.recognize(
                  FileSource.reopen(request.video()), plan, chunk, frames.of(chunk.number())));
    }
  }

  private NamedVideo name(Plan plan, List<ChunkTracks> chunks, Matcher matcher) {
    int tracks = chunks.stream().mapToInt(chunk -> chunk.tracks().size()).sum();
    progress.begin("naming", tracks, "tracks", 0);
    NamedVideo named = new NameVideo(matcher).name(plan.video(), chunks);
    progress.done(tracks);
    return named;
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

  private List<RenderedChunk> draw(
      Drawing drawing, Plan plan, NamedVideo named, ResultFolder results, LabelRequest request)
      throws UserError, IOException {
    ChunkProgress frames = begin("drawing", plan);
    // All share the one drawing: there are no tools to close.
    try (WorkerPool<AutoCloseable> threads = new WorkerPool<>(request.workers(), () -> () -> {})) {
      return threads.map(
          plan.chunks(),
          (none, chunk) ->
              drawing.render(
                  FileSource.reopen(request.video()),
                  named.labels(),
                  chunk,
                  named.firstFrames().get(chunk.number()),
                  results.growing("chunk-" + chunk.number() + ".mp4"),
                  frames.of(chunk.number())));
    }
  }

  private List<String> join(
      Drawing drawing, List<RenderedChunk> chunks, ResultFolder results, Path video)
      throws IOException {
    progress.begin("joining", 2, "files", 0);
    List<String> notes = drawing.join(FileSource.reopen(video), chunks, results.growing(VIDEO));
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
