package io.github.idols.core.job;

import io.github.idols.core.label.ChooseFaces;
import io.github.idols.core.label.FacePicture;
import io.github.idols.core.label.FacesJson;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.label.VideoDrawing;
import io.github.idols.core.video.MediaSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins the drawn chunks of a job, and keeps its best faces; it is done then.
 *
 * <p>May run twice, at once too, or be cut off anywhere: chunks are deleted only when the job is
 * done. Safe for use by several threads.
 */
public final class JoinJob {
  private final Jobs jobs;
  private final JobFiles files;
  private final VideoDrawing drawing;
  private final Path temp;
  private final Clock clock;

  /**
   * The use case.
   *
   * @param temp folder for files that are removed again; about twice the size of the result
   */
  public JoinJob(Jobs jobs, JobFiles files, VideoDrawing drawing, Path temp, Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.drawing = drawing;
    this.temp = temp;
    this.clock = clock;
  }

  /**
   * Does it, unless it is done already, or the job is not there or lacks chunks.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public StitchResult join(JobId id) throws IOException {
    Optional<Job> found = jobs.find(id);
    if (found.isEmpty()) {
      return StitchResult.DONE;
    }
    Job job = found.get();
    if (job.state() == JobState.DONE) {
      // Whoever joined them may not have come to tidying up.
      files.deleteWork(id);
      return StitchResult.DONE;
    }
    if (!job.isAt(Fan.RENDER) || !job.isComplete(Fan.RENDER)) {
      return StitchResult.DONE;
    }
    return new Claims(jobs, clock).work(id, Fan.RENDER, () -> join(job));
  }

  private void join(Job job) throws IOException {
    JobId id = job.id();
    NamedVideo named = files.named(id);
    List<String> notes;
    try (WorkFolder folder = WorkFolder.in(temp)) {
      List<RenderedChunk> chunks = new ArrayList<>();
      for (int chunk = 0; chunk < named.firstFrames().size(); chunk++) {
        Path file = folder.file(chunk + ".mp4");
        files.fetchRendered(id, chunk, file);
        chunks.add(named.rendered(chunk, file));
      }
      MediaSource video =
          files.source(id).orElseThrow(() -> new FileNotFoundException("no video of job " + id));
      Path out = folder.file(ResultFile.VIDEO.file());
      notes = drawing.join(video, chunks, out);
      files.saveResult(id, ResultFile.VIDEO, out);
      saveFaces(id, named, folder);
    }
    jobs.joined(id, notes);
    if (jobs.find(id).isPresent()) {
      files.deleteWork(id);
    } else {
      files.delete(id, job.upload());
    }
  }

  private void saveFaces(JobId id, NamedVideo named, WorkFolder folder) throws IOException {
    List<FacePicture> taken = new ArrayList<>();
    for (int chunk = 0; chunk < named.firstFrames().size(); chunk++) {
      taken.addAll(files.pictures(id, chunk).faces());
    }
    Path file = folder.file(ResultFile.FACES.file());
    try (Writer out = Files.newBufferedWriter(file)) {
      FacesJson.write(ChooseFaces.of(named.labels(), taken), out);
    }
    files.saveResult(id, ResultFile.FACES, file);
  }
}
