package io.github.idols.local;

import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.tune.RecognizedClip;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the faces of clips with truth, and of the clips' galleries. */
final class RecognizeClips {
  private static final String VIDEO = "video.mp4";
  private static final String TRUTH = "truth.csv";
  private static final String GALLERY = "gallery";

  private final Studio studio;
  private final Progress progress;

  RecognizeClips(Studio studio, Progress progress) {
    this.studio = studio;
    this.progress = progress;
  }

  /** A clip that can be worked on. */
  private record Planned(Path video, Plan plan, FolderGallery gallery, List<LabelRow> truth) {}

  private record Task(Planned clip, Chunk chunk, int number) {}

  /**
   * Recognises each clip once.
   *
   * @param folders what {@code clips} makes
   * @return one a folder, in their order
   * @throws UserError when a folder is no clip, or something in it cannot be used
   * @throws IOException when reading fails on the way
   */
  List<RecognizedClip> recognize(List<Path> folders, int workers) throws UserError, IOException {
    List<Planned> clips = new ArrayList<>();
    for (Path folder : folders) {
      clips.add(plan(folder));
    }
    List<Gallery> galleries = galleries(clips, workers);
    List<List<ChunkTracks>> chunks = chunks(clips, workers);
    progress.end();
    List<RecognizedClip> recognized = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      Planned clip = clips.get(i);
      recognized.add(
          new RecognizedClip(clip.plan().video(), chunks.get(i), galleries.get(i), clip.truth()));
    }
    return recognized;
  }

  private Planned plan(Path folder) throws UserError, IOException {
    for (String part : List.of(VIDEO, TRUTH, GALLERY)) {
      if (!Files.exists(folder.resolve(part))) {
        throw new UserError(
            "there is no "
                + folder.resolve(part)
                + ": name folders that ./idols clips made, such as clips/clip-1");
      }
    }
    Path video = folder.resolve(VIDEO);
    Path truth = folder.resolve(TRUTH);
    List<LabelRow> faces = EvaluateLabels.rows(truth);
    if (faces.isEmpty()) {
      throw new UserError(truth + " has no face: nothing can be chosen by it");
    }
    for (LabelRow face : faces) {
      if (!(face.box().width() > 0 && face.box().height() > 0)) {
        throw new UserError(
            truth + ": a true box on frame " + face.frame() + " has no size: put it right");
      }
    }
    Plan plan = studio.plan(video, LabelRequest.CHUNK_SECONDS);
    return new Planned(video, plan, FolderGallery.read(folder.resolve(GALLERY)), faces);
  }

  private List<Gallery> galleries(List<Planned> clips, int workers) throws UserError, IOException {
    List<Gallery> galleries = new ArrayList<>();
    try (WorkerPool<PictureChecker> checkers =
        new WorkerPool<>(workers, studio::newPictureChecker)) {
      for (Planned clip : clips) {
        galleries.add(new CheckGallery(checkers, progress).check(clip.gallery()).gallery());
      }
    }
    return galleries;
  }

  /** What is in the chunks of each clip; those of all clips are shared out together. */
  private List<List<ChunkTracks>> chunks(List<Planned> clips, int workers)
      throws UserError, IOException {
    List<Task> tasks = new ArrayList<>();
    long frames = 0;
    for (Planned clip : clips) {
      for (Chunk chunk : clip.plan().chunks()) {
        tasks.add(new Task(clip, chunk, tasks.size()));
      }
      frames += clip.plan().video().frames();
    }
    progress.begin("faces", frames, "frames", 0);
    ChunkProgress done = new ChunkProgress(progress, tasks.size());
    List<ChunkTracks> found;
    try (WorkerPool<ChunkRecognizer> recognizers =
        new WorkerPool<>(workers, studio::newRecognizer)) {
      found =
          recognizers.map(
              tasks,
              (recognizer, task) ->
                  recognizer.recognize(
                      FileSource.reopen(task.clip().video()),
                      task.clip().plan(),
                      task.chunk(),
                      done.of(task.number())));
    }
    List<List<ChunkTracks>> byClip = new ArrayList<>();
    int first = 0;
    for (Planned clip : clips) {
      int next = first + clip.plan().chunks().size();
      byClip.add(found.subList(first, next));
      first = next;
    }
    return byClip;
  }
}
