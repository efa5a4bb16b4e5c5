package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.label.Correction;
import io.github.idols.core.label.Corrections;
import io.github.idols.core.label.Label;
import io.github.idols.core.text.GivenText;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what the maker of a finished job says of its names, and has them named or drawn anew. Safe
 * for use by several threads.
 */
public final class CorrectJob {
  /** Most corrections of a job, so that it stays an item of a table. */
  public static final int MOST = 200;

  /** Most tracks of one correction; with {@link #MOST} below an item's 400 KB in practice. */
  public static final int MOST_TRACKS = 2_000;

  /** Most tracks that all corrections of a job name together. */
  static final int MOST_TRACKS_IN_ALL = 20_000;

  private static final int TRIES = 5;

  private final OwnedJobs owned;
  private final Jobs jobs;
  private final Tasks tasks;
  private final Galleries galleries;
  private final Clock clock;

  public CorrectJob(OwnedJobs owned, Jobs jobs, Tasks tasks, Galleries galleries, Clock clock) {
    this.owned = owned;
    this.jobs = jobs;
    this.tasks = tasks;
    this.galleries = galleries;
    this.clock = clock;
  }

  /** How the corrections become others. */
  private interface Change {
    Corrections of(Corrections now) throws DeclinedException;
  }

  /**
   * Keeps what is said of some tracks and has the video named anew.
   *
   * @param name of a person; {@link Label#UNKNOWN} with {@code is} for nobody of the gallery
   * @return the corrections' new version
   * @throws DeclinedException when the job is not there for this secret or not done, its gallery is
   *     gone, or the name cannot be one
   */
  public int say(JobId id, Optional<Secret> secret, Set<Integer> tracks, String name, boolean is)
      throws DeclinedException {
    String checked = GivenText.name("The name", name);
    if (!is && checked.equals(Label.UNKNOWN)) {
      throw new DeclinedException(Why.INVALID, "Say who it is, not that it is not unknown.");
    }
    return change(id, secret, now -> plus(now, new Correction(tracks, checked, is)));
  }

  /**
   * Takes back what was said last and has the video named anew.
   *
   * @return the corrections' new version
   * @throws DeclinedException as {@link #say}, and when there is nothing to take back
   */
  public int undo(JobId id, Optional<Secret> secret) throws DeclinedException {
    return change(
        id,
        secret,
        now -> {
          if (now.all().isEmpty()) {
            throw new DeclinedException(Why.CONFLICT, "There is no correction to undo.");
          }
          return now.undone();
        });
  }

  /**
   * Has the annotated video drawn anew with the labels of now.
   *
   * @throws DeclinedException when the job is not there for this secret or not done, or its labels
   *     are being named anew
   */
  public void draw(JobId id, Optional<Secret> secret) throws DeclinedException {
    Job job = owned.find(id, secret);
    if (job.state() != JobState.RENDERING && !jobs.redraw(id, clock.instant())) {
      throw new DeclinedException(
          Why.CONFLICT, "The names of this video are being worked on: try again in a moment.");
    }
    // Finds the job where it is to be drawn, and sends each chunk.
    tasks.name(id);
  }

  private int change(JobId id, Optional<Secret> secret, Change change) throws DeclinedException {
    for (int i = 0; i < TRIES; i++) {
      Job job = owned.find(id, secret);
      if (job.state() != JobState.DONE) {
        throw new DeclinedException(
            Why.CONFLICT, "Names can be corrected as soon as the video is finished.");
      }
      if (galleries.find(job.gallery()).flatMap(StoredGallery::usable).isEmpty()) {
        throw new DeclinedException(
            Why.CONFLICT,
            "The gallery of this video is gone or empty, so that it cannot be named anew.");
      }
      int version = job.corrected().version();
      if (jobs.correct(id, change.of(job.corrected().corrections()), version)) {
        tasks.name(id);
        return version + 1;
      }
      // Another window of the maker's was faster.
    }
    throw new DeclinedException(Why.CONFLICT, "Somebody corrects this video too: try again.");
  }

  private static Corrections plus(Corrections now, Correction more) throws DeclinedException {
    int tracks = now.all().stream().mapToInt(each -> each.tracks().size()).sum();
    if (now.all().size() >= MOST || tracks + more.tracks().size() > MOST_TRACKS_IN_ALL) {
      throw new DeclinedException(
          Why.CONFLICT, "That is more than can be corrected. Improve the gallery instead.");
    }
    return now.plus(more);
  }
}
