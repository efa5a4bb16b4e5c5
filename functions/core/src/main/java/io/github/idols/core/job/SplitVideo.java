package io.github.idols.core.job;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoPlanning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at an uploaded video, shares it out and hands the chunks to workers; or refuses it.
 *
 * <p>May run twice, at once too, or be cut off anywhere: the plan is a function of the video. Safe
 * for use by several threads.
 */
public final class SplitVideo {
  private static final String OTHER_SIZE =
      "The video did not arrive as it was announced. Upload it again.";
  private static final String BROKEN =
      "The video could not be read. Save it as MP4 (H.264) and upload it again.";

  private final Jobs jobs;
  private final JobFiles files;
  private final NextStep next;
  private final VideoPlanning planning;

  public SplitVideo(Jobs jobs, JobFiles files, Tasks tasks, VideoPlanning planning) {
    this.jobs = jobs;
    this.files = files;
    this.next = new NextStep(jobs, files, tasks);
    this.planning = planning;
  }

  /**
   * Does it for a job whose video has arrived; what is done already is passed over, and a job that
   * is not there or ended is left alone.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public void split(JobId id) throws IOException {
    Optional<Job> found = jobs.find(id);
    if (found.isEmpty()) {
      return;
    }
    Job job = found.get();
    if (job.state() == JobState.RECOGNIZING) {
      // Whoever planned it may not have come to sending the messages.
      next.send(job);
    } else if (job.state() == JobState.UPLOADING) {
      Optional<MediaSource> source = files.source(id);
      if (source.isPresent()) {
        Optional<Plan> plan = plan(job, source.get());
        if (plan.isPresent()) {
          files.savePlan(id, plan.get());
          jobs.planned(id, outline(plan.get()));
          next.changed(job);
        }
      }
    }
  }

  /** Nothing when the job was ended. */
  private Optional<Plan> plan(Job job, MediaSource source) throws IOException {
    if (source.size() != job.file().size()) {
      source.close();
      jobs.refuse(job.id(), OTHER_SIZE);
      return Optional.empty();
    }
    try {
      return Optional.of(planning.plan(source));
    } catch (RefusedException e) {
      jobs.refuse(job.id(), String.valueOf(e.getMessage()));
      return Optional.empty();
    } catch (RuntimeException e) {
      // A fault of ours, which comes again with each try: the fan must not wait for it.
      jobs.fail(job.id(), BROKEN);
      throw e;
    }
  }

  private static Outline outline(Plan plan) {
    List<Double> ends = new ArrayList<>();
    double length = plan.video().durationSeconds();
    double tick = plan.video().timeBase().value();
    for (Chunk chunk : plan.chunks()) {
      double end = (chunk.endDts() - plan.chunks().get(0).startDts()) * tick;
      ends.add(chunk.isLast() ? length : Math.min(end, length));
    }
    return new Outline(plan.video(), ends);
  }
}
