package io.github.idols.core.job.fancam;

import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.fancam.FancamPlan;
import io.github.idols.core.fancam.PlanFancam;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.WorkFolder;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Cuts one chunk of a fancam, and has all of them joined when it was the last one.
 *
 * <p>Each worker plans the whole fancam anew, which takes milliseconds: the same names give the
 * same plan. May run twice, at once too, or be cut off anywhere: the same names give the same
 * bytes. Safe for use by several threads.
 */
public final class CutFancamChunk {
  private final JobFiles jobFiles;
  private final Fancams fancams;
  private final FancamFiles files;
  private final FancamTasks tasks;
  private final FancamDrawing drawing;
  private final Path temp;

  /**
   * The use case.
   *
   * @param temp folder for files that are removed again
   */
  public CutFancamChunk(JobFiles jobFiles, FancamWork work, FancamDrawing drawing, Path temp) {
    this.jobFiles = jobFiles;
    this.fancams = work.fancams();
    this.files = work.files();
    this.tasks = work.tasks();
    this.drawing = drawing;
    this.temp = temp;
  }

  /**
   * Does it, unless it is done already or the fancam is not there or not in the making.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public void cut(JobId job, FancamId id, int chunk) throws IOException {
    Optional<Fancam> found = fancams.find(job, id).filter(Fancam::isWorking);
    if (found.isEmpty()) {
      return;
    }
    if (found.get().cut().contains(chunk)) {
      // Whoever did it may not have come to sending the message.
      joinIfLast(job, found.get());
      return;
    }
    NamedVideo named =
        files
            .named(job, id)
            .orElseThrow(() -> new FileNotFoundException("no names of fancam " + id));
    FancamPlan plan =
        PlanFancam.of(named.labels(), found.get().person())
            .orElseThrow(() -> new IOException("fancam " + id + " has nobody to follow"));
    Chunk planned = jobFiles.plan(job).chunks().get(chunk);
    MediaSource video =
        jobFiles.source(job).orElseThrow(() -> new FileNotFoundException("no video of " + job));
    try (WorkFolder folder = WorkFolder.in(temp)) {
      Path out = folder.file("chunk.mp4");
      drawing.render(video, plan, planned, out, frames -> {});
      files.saveChunk(job, id, chunk, out);
    }
    Optional<Fancam> now = fancams.cut(job, id, chunk);
    if (now.isEmpty()) {
      files.delete(job, id);
    } else if (!now.get().isWorking()) {
      // Another did it too and was faster: what this one wrote came after the tidying up.
      files.deleteWork(job, id);
    } else {
      joinIfLast(job, now.get());
    }
  }

  /**
   * Ends a fancam of which a chunk was tried in vain.
   *
   * @return false when the chunk is not to be blamed
   */
  public boolean giveUp(JobId job, FancamId id, int chunk) {
    return fancams.find(job, id).filter(each -> each.missing().contains(chunk)).isPresent()
        && fancams.fail(job, id, Fancam.TRIED_IN_VAIN);
  }

  private void joinIfLast(JobId job, Fancam fancam) {
    if (fancam.isToBeJoined()) {
      tasks.stitch(job, fancam.id());
    }
  }
}
