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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Jobs' files in two buckets of S3, under the keys of {@link ObjectKeys}. Safe for use by several
 * threads.
 */
public final class S3JobFiles implements JobFiles {
  private static final String BINARY = "application/octet-stream";

  private final S3Client s3;
  private final String uploads;
  private final String results;

  /** Works on the bucket of uploads and that of results. */
  public S3JobFiles(S3Client s3, String uploads, String results) {
    this.s3 = s3;
    this.uploads = uploads;
    this.results = results;
  }

  private interface Encoder {
    void write(OutputStream out) throws IOException;
  }

  private interface Decoder<T> {
    T read(InputStream in) throws IOException;
  }

  @Override
  public Optional<MediaSource> source(JobId id) throws IOException {
    return S3Source.open(s3, uploads, ObjectKeys.video(id), "the video").map(source -> source);
  }

  @Override
  public void savePlan(JobId id, Plan plan) throws IOException {
    save(ObjectKeys.plan(id), BINARY, out -> PlanCodec.write(plan, out));
  }

  @Override
  public Plan plan(JobId id) throws IOException {
    return read(ObjectKeys.plan(id), PlanCodec::read);
  }

  @Override
  public void saveTracks(JobId id, ChunkTracks tracks) throws IOException {
    save(ObjectKeys.tracks(id, tracks.chunk()), BINARY, out -> ChunkTracksCodec.write(tracks, out));
  }

  @Override
  public ChunkTracks tracks(JobId id, int chunk) throws IOException {
    return read(ObjectKeys.tracks(id, chunk), ChunkTracksCodec::read);
  }

  @Override
  public void saveProvisional(JobId id, int chunk, Labels labels) throws IOException {
    StringBuilder json = new StringBuilder();
    LabelsJson.write(labels, json);
    save(
        ObjectKeys.provisional(id, chunk),
        ResultFile.JSON.type(),
        out -> out.write(json.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void saveNamed(JobId id, NamedVideo named) throws IOException {
    save(ObjectKeys.named(id), BINARY, out -> NamedVideoCodec.write(named, out));
  }

  @Override
  public NamedVideo named(JobId id) throws IOException {
    return read(ObjectKeys.named(id), NamedVideoCodec::read);
  }

  @Override
  public void savePreviewSpot(JobId id, PreviewSpot spot) throws IOException {
    save(ObjectKeys.previewSpot(id), BINARY, out -> PreviewSpotCodec.write(spot, out));
  }

  @Override
  public Optional<PreviewSpot> previewSpot(JobId id) throws IOException {
    return ifThere(ObjectKeys.previewSpot(id), PreviewSpotCodec::read);
  }

  @Override
  public void saveRendered(JobId id, int chunk, Path file) throws IOException {
    save(ObjectKeys.rendered(id, chunk), "video/mp4", file);
  }

  @Override
  public void fetchRendered(JobId id, int chunk, Path to) throws IOException {
    get(
        ObjectKeys.rendered(id, chunk),
        (response, in) -> {
          try {
            long copied = Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            if (copied != response.contentLength()) {
              throw RetryableException.create("the connection ended early");
            }
            return to;
          } catch (FileSystemException e) {
            throw e;
          } catch (IOException e) {
            throw RetryableException.create("the connection broke", e);
          }
        });
  }

  @Override
  public void savePictures(JobId id, int chunk, ChunkPictures pictures) throws IOException {
    save(ObjectKeys.pictures(id, chunk), BINARY, out -> ChunkPicturesCodec.write(pictures, out));
  }

  @Override
  public ChunkPictures pictures(JobId id, int chunk) throws IOException {
    return ifThere(ObjectKeys.pictures(id, chunk), ChunkPicturesCodec::read)
        .orElse(ChunkPictures.NONE);
  }

  @Override
  public void saveResult(JobId id, ResultFile result, Path file) throws IOException {
    save(ObjectKeys.result(id, result), result.type(), file);
  }

  @Override
  public Optional<byte[]> result(JobId id, ResultFile result) throws IOException {
    return ifThere(ObjectKeys.result(id, result), InputStream::readAllBytes);
  }

  /**
   * Deletes drawn chunks and provisional labels. Plan and tracks stay as long as the job does, so
   * that a correction of names need not look for faces again.
   */
  @Override
  public void deleteWork(JobId id) throws IOException {
    try {
      Deletion.deleteAll(s3, results, ObjectKeys.allRendered(id));
      Deletion.deleteAll(s3, results, ObjectKeys.provisionals(id));
    } catch (SdkException e) {
      throw failed("The files of a job could not be deleted", e);
    }
  }

  @Override
  public void delete(JobId id, String upload) throws IOException {
    try {
      // First, so that the video cannot come into being after it was deleted.
      abort(id, upload);
      s3.deleteObject(request -> request.bucket(uploads).key(ObjectKeys.video(id)));
      Deletion.deleteAll(s3, results, ObjectKeys.results(id));
    } catch (SdkException e) {
      throw failed("The files of a job could not be deleted", e);
    }
  }

  private void abort(JobId id, String upload) {
    try {
      s3.abortMultipartUpload(
          request -> request.bucket(uploads).key(ObjectKeys.video(id)).uploadId(upload));
    } catch (NoSuchUploadException e) {
      // It is complete, or was ended before.
    }
  }

  private void save(String key, String type, Encoder encoder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    encoder.write(bytes);
    put(key, type, RequestBody.fromBytes(bytes.toByteArray()));
  }

  private void save(String key, String type, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException("there is no file " + file);
    }
    put(key, type, RequestBody.fromFile(file));
  }

  private void put(String key, String type, RequestBody body) throws IOException {
    try {
      s3.putObject(request -> request.bucket(results).key(key).contentType(type), body);
    } catch (SdkException e) {
      throw failed(key + " could not be written to S3", e);
    }
  }

  private <T> Optional<T> ifThere(String key, Decoder<T> decoder) throws IOException {
    try {
      return Optional.of(read(key, decoder));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private <T> T read(String key, Decoder<T> decoder) throws IOException {
    byte[] bytes = get(key, ResponseTransformer.<GetObjectResponse>toBytes()).asByteArrayUnsafe();
    return decoder.read(new ByteArrayInputStream(bytes));
  }

  private <T> T get(String key, ResponseTransformer<GetObjectResponse, T> reader)
      throws IOException {
    try {
      return s3.getObject(request -> request.bucket(results).key(key), reader);
    } catch (NoSuchKeyException e) {
      throw new FileNotFoundException("there is no " + key);
    } catch (SdkException e) {
      throw failed(key + " could not be read from S3", e);
    }
  }

  private static IOException failed(String what, SdkException e) {
    return new IOException(what + ": " + e.getMessage(), e);
  }
}
