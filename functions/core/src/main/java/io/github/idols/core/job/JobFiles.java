package io.github.idols.core.job;

import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a job's files lie. Each has a name made from the job and the chunk, so that writing one
 * twice leaves one. Reading what was never written throws an {@link IOException}. Safe for use by
 * several threads.
 */
public interface JobFiles {
  /** The uploaded video, if it is there; reads ranges of it, and must be closed. */
  Optional<MediaSource> source(JobId id) throws IOException;

  void savePlan(JobId id, Plan plan) throws IOException;

  Plan plan(JobId id) throws IOException;

  void saveTracks(JobId id, ChunkTracks tracks) throws IOException;

  ChunkTracks tracks(JobId id, int chunk) throws IOException;

  /** Labels of one chunk alone, for whoever is watching meanwhile. */
  void saveProvisional(JobId id, int chunk, Labels labels) throws IOException;

  void saveNamed(JobId id, NamedVideo named) throws IOException;

  NamedVideo named(JobId id) throws IOException;

  /** Keeps where the preview is to be taken. */
  void savePreviewSpot(JobId id, PreviewSpot spot) throws IOException;

  /** Where the preview is to be taken; nowhere where it was named before there were any. */
  Optional<PreviewSpot> previewSpot(JobId id) throws IOException;

  /** Keeps a drawn chunk. */
  void saveRendered(JobId id, int chunk, Path file) throws IOException;

  /** Copies a drawn chunk to a file on this machine. */
  void fetchRendered(JobId id, int chunk, Path to) throws IOException;

  /** Keeps the pictures that were taken of a chunk. */
  void savePictures(JobId id, int chunk, ChunkPictures pictures) throws IOException;

  /** A chunk's pictures; none where it was drawn before pictures were taken. */
  ChunkPictures pictures(JobId id, int chunk) throws IOException;

  void saveResult(JobId id, ResultFile result, Path file) throws IOException;

  /** A result, if it is there; for small ones: all of it is held in memory. */
  Optional<byte[]> result(JobId id, ResultFile result) throws IOException;

  /**
   * Deletes what nobody needs once the job is done: drawn chunks, their pictures and provisional
   * labels. Plan, tracks and named video stay, so that a correction can be named and drawn anew.
   */
  void deleteWork(JobId id) throws IOException;

  /** Deletes everything of a job for good, the video and a half-done upload too. */
  void delete(JobId id, String upload) throws IOException;
}
