package io.github.idols.core.job;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Uploads of videos in parts. Safe for use by several threads. */
public interface VideoUploads {
  /** Bytes of each part but the last. */
  long PART_SIZE = 16L << 20;

  /** How long an upload may take, with all of its pauses; then the store forgets its parts. */
  Duration KEPT = Duration.ofDays(7);

  /** How many parts a file has. */
  static int parts(long size) {
    return Math.toIntExact((size + PART_SIZE - 1) / PART_SIZE);
  }

  /** The numbers of all parts of a file, in order. */
  static List<Integer> numbers(long size) {
    return IntStream.rangeClosed(1, parts(size)).boxed().toList();
  }

  /** Bytes of one part, counted from 1. */
  static long partSize(long size, int number) {
    return Math.min(PART_SIZE, size - (number - 1) * PART_SIZE);
  }

  /**
   * Begins one.
   *
   * @return the store's name for it
   */
  String begin(JobId id, VideoFile file);

  /**
   * An address that takes one part, of exactly its size, for an hour.
   *
   * @param number from 1
   */
  URI part(JobId id, String upload, VideoFile file, int number);

  /**
   * The numbers of the parts that are there whole, in order; all of them once they were made one
   * file.
   *
   * @return nothing when the upload was ended, or was forgotten
   */
  Optional<List<Integer>> arrived(JobId id, String upload, VideoFile file);

  /**
   * Makes the parts one file, whose arrival sets the work going; completing again changes nothing.
   *
   * @return false when parts are missing
   */
  boolean complete(JobId id, String upload, VideoFile file);
}
