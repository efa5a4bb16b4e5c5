package io.github.idols.core.job;

import io.github.idols.core.label.ChooseFaces;
import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.FaceSpot;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.PictureDrawing;
import io.github.idols.core.label.PictureDrawing.Preview;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws the labels on one chunk of a job and takes pictures of its best faces, and of all of the
 * video if that one is taken here, and has all chunks joined when it was the last one.
 *
 * <p>May run twice, at once too, or be cut off anywhere: the same labels give the same bytes. Safe
 * for use by several threads.
 */
public final class RenderJobChunk {
  private final Jobs jobs;
  private final JobFiles files;
  private final NextStep next;
  private final PictureDrawing drawing;
  private final Path temp;

  /**
   * The use case.
   *
   * @param temp folder for files that are removed again
   */
  public RenderJobChunk(Jobs jobs, JobFiles files, Tasks tasks, PictureDrawing drawing, Path temp) {
    this.jobs = jobs;
    this.files = files;
    this.next = new NextStep(jobs, files, tasks);
    this.drawing = drawing;
    this.temp = temp;
  }

  /**
   * Does it, unless it is done already or the job is not there or not at this step.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public void render(JobId id, int chunk) throws IOException {
    Optional<Job> found = jobs.find(id);
    if (found.isEmpty() || !found.get().isAt(Fan.RENDER)) {
      return;
    }
    Job job = found.get();
    if (job.rendered().contains(chunk)) {
      // Whoever did it may not have come to sending the message.
      next.joinFan(job, Fan.RENDER);
      return;
    }
    Chunk planned = files.plan(id).chunks().get(chunk);
    NamedVideo named = files.named(id);
    long first = named.firstFrames().get(chunk);
    List<FaceSpot> faces = ChooseFaces.in(named.labels(), files.tracks(id, chunk), first);
    MediaSource video =
        files.source(id).orElseThrow(() -> new FileNotFoundException("no video of job " + id));
    try (WorkFolder folder = WorkFolder.in(temp)) {
      Path out = folder.file("chunk.mp4");
      Path picture = folder.file(ResultFile.PREVIEW.file());
      Optional<Preview> preview = files.previewSpot(id).map(spot -> new Preview(spot, picture));
      ChunkPictures pictures =
          drawing.render(video, named.labels(), planned, first, faces, preview, out);
      files.saveRendered(id, chunk, out);
      files.savePictures(id, chunk, pictures);
      if (Files.exists(picture)) {
        files.saveResult(id, ResultFile.PREVIEW, picture);
      }
    }
    next.finished(job, Fan.RENDER, chunk);
  }
}
