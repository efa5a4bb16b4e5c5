package io.github.idols.core.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sends the messages that a job needs to go on. Sending them again is harmless. */
final class NextStep {
  private final Jobs jobs;
  private final JobFiles files;
  private final Tasks tasks;

  NextStep(Jobs jobs, JobFiles files, Tasks tasks) {
    this.jobs = jobs;
    this.files = files;
    this.tasks = tasks;
  }

  /** Keeps that a chunk is done, and goes on when it was the last one. */
  void finished(Job job, Fan fan, int chunk) throws IOException {
    Optional<Job> now = jobs.finished(job.id(), fan, chunk);
    if (now.isEmpty()) {
      deleteAll(job);
    } else if (now.get().state() == JobState.DONE) {
      // Another did it too and was faster: what this one wrote came after the tidying up.
      files.deleteWork(job.id());
    } else {
      joinFan(now.get(), fan);
    }
  }

  /** Has the chunks of a step joined when they are all there, and nobody has gone further yet. */
  void joinFan(Job job, Fan fan) {
    if (job.isAt(fan) && job.isComplete(fan)) {
      switch (fan) {
        case RECOGNIZE -> tasks.name(job.id());
        case RENDER -> tasks.join(job.id());
      }
    }
  }

  /**
   * After a change of state, by this worker or another: has done what the new state wants. Of a job
   * that was deleted meanwhile nothing is left.
   */
  void changed(Job job) throws IOException {
    Optional<Job> now = jobs.find(job.id());
    if (now.isPresent()) {
      send(now.get());
    } else {
      deleteAll(job);
    }
  }

  /** Sends everything that is missing, whatever was sent before. */
  void send(Job job) {
    if (job.state() == JobState.DONE && !job.corrected().isNamed()) {
      tasks.name(job.id());
    }
    for (Fan fan : Fan.values()) {
      if (job.isAt(fan)) {
        List<Integer> missing = missing(job, fan);
        if (missing.isEmpty()) {
          joinFan(job, fan);
        } else {
          switch (fan) {
            case RECOGNIZE -> tasks.recognize(job.id(), missing);
            case RENDER -> tasks.render(job.id(), missing);
          }
        }
      }
    }
  }

  /** What a worker wrote after the job was deleted. */
  private void deleteAll(Job job) throws IOException {
    files.delete(job.id(), job.upload());
  }

  private static List<Integer> missing(Job job, Fan fan) {
    Set<Integer> missing = new TreeSet<>();
    for (int chunk = 0; chunk < job.outline().map(Outline::chunks).orElse(0); chunk++) {
      missing.add(chunk);
    }
    missing.removeAll(job.done(fan));
    return List.copyOf(missing);
  }
}
