package io.github.idols.core.job;

import io.github.idols.core.access.SecretHash;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.cost.Usage;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One uploaded video's way through.
 *
 * @param secret of whoever made it
 * @param upload the store's name for the upload of the file
 * @param gallery whose people are looked for
 * @param galleryName the gallery's name when the job was made
 * @param reason why it was refused or failed: a sentence for fans
 * @param outline once it is planned
 * @param recognized numbers of the chunks whose faces are known
 * @param rendered numbers of the chunks that are drawn
 * @param galleryVersion that the names come from, once there are any
 * @param notes sentences about what could not be kept, for fans
 * @param runs of each step that ran
 * @param corrected what its maker said of the names
 */
public record Job(
    JobId id,
    ShareId share,
    SecretHash secret,
    VideoFile file,
    String upload,
    GalleryId gallery,
    String galleryName,
    MatcherKind matcher,
    Instant created,
    JobState state,
    Optional<String> reason,
    Optional<Outline> outline,
    Set<Integer> recognized,
    Set<Integer> rendered,
    OptionalLong galleryVersion,
    List<String> notes,
    Map<Step, Runs> runs,
    Corrected corrected) {
  /**
   * How long a job is kept: long enough to show it around, and no longer, since its files hold
   * faces. template.yaml lets the files go after the same time.
   */
  public static final Duration KEPT = Duration.ofDays(30);

  public Job {
    recognized = Set.copyOf(recognized);
    rendered = Set.copyOf(rendered);
    notes = List.copyOf(notes);
    runs = Map.copyOf(runs);
  }

  /**
   * Whether its time is over. Then it is as good as gone, whether or not its store let it go yet:
   * DynamoDB may take days.
   */
  public boolean isExpired(Instant now) {
    return !now.isBefore(created.plus(KEPT));
  }

  /** What it used so far. */
  public Usage usage() {
    return new Usage(runs, file.size(), outline.map(Outline::chunks).orElse(0));
  }

  /** The chunks of a step that are done. */
  public Set<Integer> done(Fan fan) {
    return switch (fan) {
      case RECOGNIZE -> recognized;
      case RENDER -> rendered;
    };
  }

  /** Whether the job is where chunks of this step are worked on, or are to be joined. */
  public boolean isAt(Fan fan) {
    return switch (fan) {
      case RECOGNIZE -> state == JobState.RECOGNIZING;
      case RENDER -> state == JobState.RENDERING;
    };
  }

  /** Whether each chunk of a step is done. */
  public boolean isComplete(Fan fan) {
    return outline.map(plan -> done(fan).size() == plan.chunks()).orElse(false);
  }
}
