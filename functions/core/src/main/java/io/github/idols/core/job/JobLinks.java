package io.github.idols.core.job;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which of a job's files can be read when: the video from planning on, the labels once it is named,
 * the annotated video and the pictures of faces at the end, and meanwhile the provisional labels of
 * each chunk.
 */
public final class JobLinks {
  /** How long an address is good for: a long evening. */
  public static final Duration VALID = Duration.ofHours(6);

  private final Links links;

  public JobLinks(Links links) {
    this.links = links;
  }

  /** The uploaded video, once it has passed the gate. */
  public Optional<URI> source(Job job) {
    return job.outline().isPresent() && job.state() != JobState.REFUSED
        ? Optional.of(links.source(job.id(), job.file(), VALID))
        : Optional.empty();
  }

  /** A chunk's own labels, for as long as there are none of the whole video. */
  public Optional<URI> provisional(Job job, int chunk) {
    return job.state() == JobState.RECOGNIZING && job.recognized().contains(chunk)
        ? Optional.of(links.provisional(job.id(), chunk, VALID))
        : Optional.empty();
  }

  /** A result, if it is there. A job that failed while it was drawn keeps its labels. */
  public Optional<URI> result(Job job, ResultFile file) {
    return isThere(job, file)
        ? Optional.of(links.result(job.id(), file, titled(job, file.file()), VALID))
        : Optional.empty();
  }

  /** Whether a job has come as far as a result. */
  public static boolean isThere(Job job, ResultFile file) {
    return switch (file) {
      // While it is drawn anew, what was drawn before is there.
      case VIDEO, FACES, PREVIEW -> job.state() == JobState.DONE || job.corrected().version() > 0;
      case JSON, CSV, BESIDE, VTT, CAST ->
          job.galleryVersion().isPresent() && job.state() != JobState.REFUSED;
    };
  }

  /**
   * A name for whoever saves what was made of a video: {@code mv.mov} and {@code annotated.mp4}
   * give {@code mv-annotated.mp4}.
   */
  public static String titled(Job job, String end) {
    String name = job.file().name();
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + "-" + end;
  }
}
