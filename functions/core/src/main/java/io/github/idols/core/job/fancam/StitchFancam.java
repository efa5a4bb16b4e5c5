package io.github.idols.core.job.fancam;

import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.fancam.PlanFancam;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.WorkFolder;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.MediaSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what a fancam of a job needs next: shares its chunks out, or joins them when all are cut.
 *
 * <p>May run twice, at once too, or be cut off anywhere. There is no claim: two who join write the
 * same bytes, and seldom meet. Safe for use by several threads.
 */
public final class StitchFancam {
  private final Jobs jobs;
  private final JobFiles jobFiles;
  private final Fancams fancams;
  private final FancamFiles files;
  private final FancamTasks tasks;
  private final FancamDrawing drawing;
  private final Path temp;

  /**
   * The use case.
   *
   * @param temp folder for files that are removed again; about twice the size of the result
   */
  public StitchFancam(
      Jobs jobs, JobFiles jobFiles, FancamWork work, FancamDrawing drawing, Path temp) {
    this.jobs = jobs;
    this.jobFiles = jobFiles;
    this.fancams = work.fancams();
    this.files = work.files();
    this.tasks = work.tasks();
    this.drawing = drawing;
    this.temp = temp;
  }

  /**
   * Does it, unless nothing is to be done any more.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public void stitch(JobId job, FancamId id) throws IOException {
    Optional<Fancam> found = fancams.find(job, id);
    if (found.isEmpty() || jobs.find(job).isEmpty()) {
      return;
    }
    Fancam fancam = found.get();
    if (fancam.isToBeJoined()) {
      join(job, fancam);
    } else if (fancam.isWorking()) {
      share(job, fancam);
    } else {
      // Whoever joined them may not have come to tidying up.
      files.deleteWork(job, id);
    }
  }

  /** Ends a fancam of which a piece of work was tried in vain; false when it is ended already. */
  public boolean giveUp(JobId job, FancamId id) {
    return fancams.fail(job, id, Fancam.TRIED_IN_VAIN);
  }

  private void share(JobId job, Fancam fancam) throws IOException {
    if (files.named(job, fancam.id()).isEmpty()) {
      NamedVideo named = jobFiles.named(job).of(fancam.person());
      Optional<String> obstacle = obstacle(named.labels(), fancam.person());
      if (obstacle.isPresent()) {
        fancams.fail(job, fancam.id(), obstacle.get());
        return;
      }
      files.saveNamed(job, fancam.id(), named);
      if (fancams.find(job, fancam.id()).isEmpty()) {
        // It was deleted meanwhile.
        files.delete(job, fancam.id());
        return;
      }
    }
    tasks.cut(job, fancam.id(), fancam.missing());
  }

  private static Optional<String> obstacle(Labels labels, String person) {
    try {
      return PlanFancam.of(labels, person).isPresent()
          ? Optional.empty()
          : Optional.of(person + " is on no frame of this video.");
    } catch (IllegalArgumentException e) {
      return Optional.of("The pictures of this video are too small for a fancam.");
    }
  }

  private void join(JobId job, Fancam fancam) throws IOException {
    FancamId id = fancam.id();
    Optional<NamedVideo> named = files.named(job, id);
    if (named.isEmpty()) {
      if (fancams.find(job, id).filter(Fancam::isWorking).isPresent()) {
        throw new FileNotFoundException("no names of fancam " + id);
      }
      // Another joined and tidied up meanwhile.
      return;
    }
    List<String> notes;
    try (WorkFolder folder = WorkFolder.in(temp)) {
      List<RenderedChunk> chunks = new ArrayList<>();
      for (int chunk = 0; chunk < fancam.chunks(); chunk++) {
        Path file = folder.file(chunk + ".mp4");
        files.fetchChunk(job, id, chunk, file);
        chunks.add(named.get().rendered(chunk, file));
      }
      MediaSource video =
          jobFiles.source(job).orElseThrow(() -> new FileNotFoundException("no video of " + job));
      Path out = folder.file("fancam.mp4");
      notes = drawing.join(video, chunks, out);
      files.save(job, id, out);
    }
    fancams.joined(job, id, notes);
    if (fancams.find(job, id).isPresent()) {
      files.deleteWork(job, id);
    } else {
      files.delete(job, id);
    }
  }
}
