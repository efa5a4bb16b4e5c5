package io.github.idols.cloud;

import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.ChunkPicturesCodec;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.LabelsJson;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.NamedVideoCodec;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.label.PreviewSpotCodec;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.ChunkTracksCodec;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.PlanCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Jobs' files in two buckets of S3, under the keys of {@link ObjectKeys}. Safe for use by several
 * threads.
 */
public final class S3JobFiles implements JobFiles {
  private static final String BINARY = ResultsBucket.BINARY;

  private final S3Client s3;
  private final String uploads;
  private final ResultsBucket bucket;

  /** Works on the bucket of uploads and that of results. */
  S3JobFiles(S3Client s3, String uploads, ResultsBucket bucket) {
    this.s3 = s3;
    this.uploads = uploads;
    this.bucket = bucket;
  }

  @Override
  public Optional<MediaSource> source(JobId id) throws IOException {
    return S3Source.open(s3, uploads, ObjectKeys.video(id), "the video").map(source -> source);
  }

  @Override
  public void savePlan(JobId id, Plan plan) throws IOException {
    bucket.save(ObjectKeys.plan(id), BINARY, out -> PlanCodec.write(plan, out));
  }

  @Override
  public Plan plan(JobId id) throws IOException {
    return bucket.read(ObjectKeys.plan(id), PlanCodec::read);
  }

  @Override
  public void saveTracks(JobId id, ChunkTracks tracks) throws IOException {
    bucket.save(
        ObjectKeys.tracks(id, tracks.chunk()), BINARY, out -> ChunkTracksCodec.write(tracks, out));
  }

  @Override
  public ChunkTracks tracks(JobId id, int chunk) throws IOException {
    return bucket.read(ObjectKeys.tracks(id, chunk), ChunkTracksCodec::read);
  }

  @Override
  public void saveProvisional(JobId id, int chunk, Labels labels) throws IOException {
    StringBuilder json = new StringBuilder();
    LabelsJson.write(labels, json);
    bucket.save(
        ObjectKeys.provisional(id, chunk),
        ResultFile.JSON.type(),
        out -> out.write(json.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void saveNamed(JobId id, NamedVideo named) throws IOException {
    bucket.save(ObjectKeys.named(id), BINARY, out -> NamedVideoCodec.write(named, out));
  }

  @Override
  public NamedVideo named(JobId id) throws IOException {
    return bucket.read(ObjectKeys.named(id), NamedVideoCodec::read);
  }

  @Override
  public void savePreviewSpot(JobId id, PreviewSpot spot) throws IOException {
    bucket.save(ObjectKeys.previewSpot(id), BINARY, out -> PreviewSpotCodec.write(spot, out));
  }

  @Override
  public Optional<PreviewSpot> previewSpot(JobId id) throws IOException {
    return bucket.ifThere(ObjectKeys.previewSpot(id), PreviewSpotCodec::read);
  }

  @Override
  public void saveRendered(JobId id, int chunk, Path file) throws IOException {
    bucket.save(ObjectKeys.rendered(id, chunk), "video/mp4", file);
  }

  @Override
  public void fetchRendered(JobId id, int chunk, Path to) throws IOException {
    bucket.fetch(ObjectKeys.rendered(id, chunk), to);
  }

  @Override
  public void savePictures(JobId id, int chunk, ChunkPictures pictures) throws IOException {
    bucket.save(
        ObjectKeys.pictures(id, chunk), BINARY, out -> ChunkPicturesCodec.write(pictures, out));
  }

  @Override
  public ChunkPictures pictures(JobId id, int chunk) throws IOException {
    return bucket
        .ifThere(ObjectKeys.pictures(id, chunk), ChunkPicturesCodec::read)
        .orElse(ChunkPictures.NONE);
  }

  @Override
  public void saveResult(JobId id, ResultFile result, Path file) throws IOException {
    bucket.save(ObjectKeys.result(id, result), result.type(), file);
  }

  @Override
  public Optional<byte[]> result(JobId id, ResultFile result) throws IOException {
    return bucket.ifThere(ObjectKeys.result(id, result), InputStream::readAllBytes);
  }

  /**
   * Deletes drawn chunks and provisional labels. Plan and tracks stay as long as the job does, so
   * that a correction of names need not look for faces again.
   */
  @Override
  public void deleteWork(JobId id) throws IOException {
    bucket.deleteAll(ObjectKeys.allRendered(id));
    bucket.deleteAll(ObjectKeys.provisionals(id));
  }

  @Override
  public void delete(JobId id, String upload) throws IOException {
    try {
      // First, so that the video cannot come into being after it was deleted.
      abort(id, upload);
      s3.deleteObject(request -> request.bucket(uploads).key(ObjectKeys.video(id)));
    } catch (SdkException e) {
      throw ResultsBucket.failed("The video of a job could not be deleted", e);
    }
    bucket.deleteAll(ObjectKeys.results(id));
  }

  private void abort(JobId id, String upload) {
    try {
      s3.abortMultipartUpload(
          request -> request.bucket(uploads).key(ObjectKeys.video(id)).uploadId(upload));
    } catch (NoSuchUploadException e) {
      // It is complete, or was ended before.
    }
  }
}
