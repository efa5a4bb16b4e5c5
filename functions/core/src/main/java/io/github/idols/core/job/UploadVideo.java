package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the parts of a job's video in. Safe for use by several threads. */
public final class UploadVideo {
  private final OwnedJobs jobs;
  private final VideoUploads uploads;

  public UploadVideo(OwnedJobs jobs, VideoUploads uploads) {
    this.jobs = jobs;
    this.uploads = uploads;
  }

  /**
   * Where to put a part.
   *
   * @param number from 1
   * @param size its bytes
   */
  public record Part(int number, URI url, long size) {}

  /** Addresses for some parts, in the order of their numbers in the request. */
  public List<Part> parts(JobId id, Optional<Secret> secret, List<Integer> numbers)
      throws DeclinedException {
    Job job = jobs.find(id, secret);
    mustNotBeEnded(job);
    if (job.state() != JobState.UPLOADING) {
      throw new DeclinedException(Why.CONFLICT, "The video is uploaded already.");
    }
    long size = job.file().size();
    int last = VideoUploads.parts(size);
    List<Part> parts = new ArrayList<>();
    for (int number : numbers) {
      if (number < 1 || number > last) {
        throw new DeclinedException(
            Why.INVALID,
            "numbers has " + number + ", but the parts are numbered 1 to " + last + ".");
      }
      parts.add(
          new Part(
              number,
              uploads.part(id, job.upload(), job.file(), number),
              VideoUploads.partSize(size, number)));
    }
    return parts;
  }

  /**
   * How far an upload is, for a page that was closed in the middle.
   *
   * @param parts in all
   * @param numbers of the parts that are there
   */
  public record Arrived(int parts, List<Integer> numbers) {}

  /** Which parts are there; of a video that is being worked on, all. */
  public Arrived arrived(JobId id, Optional<Secret> secret) throws DeclinedException {
    Job job = jobs.find(id, secret);
    mustNotBeEnded(job);
    int parts = VideoUploads.parts(job.file().size());
    if (job.state() != JobState.UPLOADING) {
      return new Arrived(parts, VideoUploads.numbers(job.file().size()));
    }
    Optional<List<Integer>> numbers = uploads.arrived(id, job.upload(), job.file());
    return new Arrived(
        parts,
        numbers.orElseThrow(
            () ->
                new DeclinedException(
                    Why.CONFLICT,
                    "What was uploaded is kept for %d days, and these are over: upload it anew."
                        .formatted(VideoUploads.KEPT.toDays()))));
  }

  /** Has the parts made one file, which sets the work going; doing it again changes nothing. */
  public void complete(JobId id, Optional<Secret> secret) throws DeclinedException {
    Job job = jobs.find(id, secret);
    if (job.state() != JobState.UPLOADING) {
      return;
    }
    if (!uploads.complete(id, job.upload(), job.file())) {
      throw new DeclinedException(
          Why.CONFLICT, "Parts of the video are missing: upload them, then finish again.");
    }
  }

  private static void mustNotBeEnded(Job job) throws DeclinedException {
    if (job.state() == JobState.REFUSED || job.state() == JobState.FAILED) {
      throw new DeclinedException(
          Why.CONFLICT, "Nothing more can be done with this video: upload it anew.");
    }
  }
}
