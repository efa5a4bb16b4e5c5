package io.github.idols.core.job;

import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.label.NameVideo;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Follows the faces of one chunk of a job, and has all of them named when it was the last one.
 *
 * <p>May run twice, at once too, or be cut off anywhere: files have names made from job and chunk.
 * Used by one thread at a time, as its recogniser is.
 */
public final class RecognizeJobChunk {
  private final Jobs jobs;
  private final JobFiles files;
  private final NextStep next;
  private final Galleries galleries;
  private final ChunkRecognizer recognizer;

  public RecognizeJobChunk(
      Jobs jobs, JobFiles files, Tasks tasks, Galleries galleries, ChunkRecognizer recognizer) {
    this.jobs = jobs;
    this.files = files;
    this.next = new NextStep(jobs, files, tasks);
    this.galleries = galleries;
    this.recognizer = recognizer;
  }

  /**
   * Does it, unless it is done already or the job is not there or not at this step.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public void recognize(JobId id, int chunk) throws IOException {
    Optional<Job> found = jobs.find(id);
    if (found.isEmpty() || !found.get().isAt(Fan.RECOGNIZE)) {
      return;
    }
    Job job = found.get();
    if (job.recognized().contains(chunk)) {
      // Whoever did it may not have come to sending the message.
      next.joinFan(job, Fan.RECOGNIZE);
      return;
    }
    Plan plan = files.plan(id);
    MediaSource video =
        files.source(id).orElseThrow(() -> new FileNotFoundException("no video of job " + id));
    ChunkTracks tracks = recognizer.recognize(video, plan, plan.chunks().get(chunk), frames -> {});
    files.saveTracks(id, tracks);
    saveProvisional(job, plan, tracks);
    next.finished(job, Fan.RECOGNIZE, chunk);
  }

  /** Names for whoever is watching; a gallery that is gone matters only when all is named. */
  private void saveProvisional(Job job, Plan plan, ChunkTracks tracks) throws IOException {
    Optional<StoredGallery> stored = galleries.find(job.gallery());
    Optional<Gallery> gallery = stored.flatMap(StoredGallery::usable);
    if (gallery.isPresent()) {
      Matcher matcher = job.matcher().matcher(gallery.get(), job.matcher().defaultTolerance());
      files.saveProvisional(
          job.id(),
          tracks.chunk(),
          new NameVideo(matcher)
              .name(plan.video(), List.of(tracks))
              .labels()
              .withNames(stored.get().names()));
    }
  }
}
