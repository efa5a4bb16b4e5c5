package io.github.idols.core.job;

import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.util.Optional;

/**
 * Sets everything going again after all workers stopped and all messages were lost. Only for
 * somebody who knows that nobody is at work: claims are ended.
 */
public final class ResumeJobs {
  /** Starts what is started by files that arrive, as if they arrived again. */
  public interface Again {
    void split(JobId id);

    void enroll(PictureKey picture);
  }

  private final Jobs jobs;
  private final JobFiles files;
  private final NextStep next;
  private final Galleries galleries;
  private final PictureFiles pictures;
  private final Again again;

  public ResumeJobs(
      Jobs jobs,
      JobFiles files,
      Tasks tasks,
      Galleries galleries,
      PictureFiles pictures,
      Again again) {
    this.jobs = jobs;
    this.files = files;
    this.next = new NextStep(jobs, files, tasks);
    this.galleries = galleries;
    this.pictures = pictures;
    this.again = again;
  }

  /**
   * Does it. Work that is not lost after all is done twice, which does no harm.
   *
   * @throws IOException when files cannot be looked for
   */
  public void resume() throws IOException {
    for (Job job : jobs.unfinished()) {
      jobs.release(job.id());
      if (job.state() == JobState.UPLOADING) {
        splitIfThere(job.id());
      } else {
        next.send(job);
      }
    }
    for (PictureKey picture : galleries.waiting()) {
      if (pictures.isThere(picture)) {
        again.enroll(picture);
      }
    }
  }

  private void splitIfThere(JobId id) throws IOException {
    Optional<MediaSource> source = files.source(id);
    if (source.isPresent()) {
      source.get().close();
      again.split(id);
    }
  }
}
