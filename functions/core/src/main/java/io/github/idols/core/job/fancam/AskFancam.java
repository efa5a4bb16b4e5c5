package io.github.idols.core.job.fancam;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.Outline;
import io.github.idols.core.job.OwnedJobs;
import io.github.idols.core.text.GivenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Has fancams made for the makers of finished jobs, and deletes them. Safe for several threads. */
public final class AskFancam {
  private final OwnedJobs owned;
  private final Fancams fancams;
  private final FancamFiles files;
  private final FancamTasks tasks;

  public AskFancam(OwnedJobs owned, Fancams fancams, FancamFiles files, FancamTasks tasks) {
    this.owned = owned;
    this.fancams = fancams;
    this.files = files;
    this.tasks = tasks;
  }

  /**
   * Has a fancam made by the names of now, unless there is one. One by older names goes.
   *
   * @return its id
   * @throws DeclinedException when the job is not there for this secret or not done, its names are
   *     being worked on, or there are too many fancams
   */
  public FancamId ask(JobId id, Optional<Secret> secret, String person) throws DeclinedException {
    String name = GivenText.name("The person", person);
    Job job = owned.find(id, secret);
    if (job.state() != JobState.DONE) {
      throw new DeclinedException(
          Why.CONFLICT, "A fancam can be made as soon as the video is finished.");
    }
    if (!job.corrected().isNamed()) {
      throw new DeclinedException(
          Why.CONFLICT, "The names of this video are being worked on: try again in a moment.");
    }
    int version = job.corrected().named();
    int chunks = job.outline().map(Outline::chunks).orElse(0);
    Fancam wanted = Fancam.asked(name, version, chunks);
    forgetOlder(job, wanted);
    Optional<Fancam> there =
        fancams.ask(job, wanted) ? Optional.of(wanted) : fancams.find(id, wanted.id());
    if (there.isEmpty()) {
      throw tooMany(id);
    }
    if (there.get().isWorking()) {
      // Once more where it was asked for before: whoever did may not have come so far.
      tasks.stitch(id, wanted.id());
    }
    return wanted.id();
  }

  /** What failed is tried anew; what goes by older names is replaced. */
  private void forgetOlder(Job job, Fancam wanted) {
    for (Fancam each : fancams.of(job.id())) {
      boolean isOlder = !each.id().equals(wanted.id()) && !each.isWorking();
      if (each.person().equals(wanted.person())
          && (isOlder || each.state() == Fancam.State.FAILED)) {
        forget(job.id(), each.id());
      }
    }
  }

  private DeclinedException tooMany(JobId id) {
    return new DeclinedException(
        Why.CONFLICT,
        fancams.of(id).size() >= Fancams.MOST
            ? "This video has " + Fancams.MOST + " fancams already: delete one first."
            : Fancams.MOST_WORKING + " fancams are being made: ask again when one is done.");
  }

  /**
   * Deletes a fancam, made or in the making, for good.
   *
   * @throws DeclinedException when the job is not there for this secret, or has no such fancam
   */
  public void delete(JobId id, Optional<Secret> secret, FancamId fancam) throws DeclinedException {
    owned.find(id, secret);
    if (fancams.find(id, fancam).isEmpty()) {
      throw new DeclinedException(Why.NOT_FOUND, "There is no such fancam any more.");
    }
    forget(id, fancam);
  }

  private void forget(JobId id, FancamId fancam) {
    // Files first: whoever is cut off in between finds it again. And once more: those that a worker
    // wrote between; who is later finds no fancam, and deletes what it wrote.
    deleteFiles(id, fancam);
    fancams.delete(id, fancam);
    deleteFiles(id, fancam);
  }

  private void deleteFiles(JobId id, FancamId fancam) {
    try {
      files.delete(id, fancam);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
