package io.github.idols.cloud;

import io.github.idols.core.job.JobId;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.VideoUploads;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Multipart uploads to a bucket of S3. Safe for use by several threads. */
public final class S3Uploads implements VideoUploads {
  private static final Duration TO_PUT = Duration.ofHours(1);

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String uploads;

  /** Works on the bucket of uploads. */
  public S3Uploads(S3Client s3, S3Presigner presigner, String uploads) {
    this.s3 = s3;
    this.presigner = presigner;
    this.uploads = uploads;
  }

  @Override
  public String begin(JobId id, VideoFile file) {
    return s3.createMultipartUpload(
            request ->
                request
                    .bucket(uploads)
                    .key(ObjectKeys.video(id))
                    .contentType(safeType(file.type())))
        .uploadId();
  }

  /** Whoever opens the file's address gets a video or nothing, never a page that runs scripts. */
  private static String safeType(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.matches("video/[a-z0-9.+-]+") ? lower : "application/octet-stream";
  }

  @Override
  public URI part(JobId id, String upload, VideoFile file, int number) {
    return Presigned.uri(
        presigner
            .presignUploadPart(
                presign ->
                    presign
                        .signatureDuration(TO_PUT)
                        .uploadPartRequest(
                            request ->
                                request
                                    .bucket(uploads)
                                    .key(ObjectKeys.video(id))
                                    .uploadId(upload)
                                    .partNumber(number)
                                    .contentLength(VideoUploads.partSize(file.size(), number))))
            .url());
  }

  @Override
  public Optional<List<Integer>> arrived(JobId id, String upload, VideoFile file) {
    String key = ObjectKeys.video(id);
    Optional<List<Integer>> arrived = Optional.empty();
    try {
      arrived =
          Optional.of(
              s3
                  .listPartsPaginator(request -> request.bucket(uploads).key(key).uploadId(upload))
                  .parts()
                  .stream()
                  .filter(part -> isWhole(part, file.size()))
                  .map(Part::partNumber)
                  .sorted()
                  .toList());
    } catch (NoSuchUploadException e) {
      // It was completed, ended or forgotten.
    }
    boolean some = arrived.map(numbers -> !numbers.isEmpty()).orElse(false);
    // Some stores list no parts of an upload that was completed, others do not know it any more.
    return !some && isThere(key, file.size())
        ? Optional.of(VideoUploads.numbers(file.size()))
        : arrived;
  }

  private static boolean isWhole(Part part, long size) {
    return part.partNumber() <= VideoUploads.parts(size)
        && part.size() == VideoUploads.partSize(size, part.partNumber());
  }

  @Override
  public boolean complete(JobId id, String upload, VideoFile file) {
    String key = ObjectKeys.video(id);
    try {
      List<CompletedPart> parts = parts(key, upload, file.size());
      if (parts.size() == VideoUploads.parts(file.size())) {
        s3.completeMultipartUpload(
            request ->
                request
                    .bucket(uploads)
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(whole -> whole.parts(parts)));
        return true;
      }
    } catch (NoSuchUploadException e) {
      // It was completed before, or ended.
    }
    return isThere(key, file.size());
  }

  /** All parts, as the store has them; none when one is missing, or of another size. */
  private List<CompletedPart> parts(String key, String upload, long size) {
    List<CompletedPart> parts = new ArrayList<>();
    for (Part part :
        s3.listPartsPaginator(request -> request.bucket(uploads).key(key).uploadId(upload))
            .parts()) {
      int number = parts.size() + 1;
      if (part.partNumber() != number || !isWhole(part, size)) {
        return List.of();
      }
      parts.add(CompletedPart.builder().partNumber(number).eTag(part.eTag()).build());
    }
    return parts;
  }

  /** Whether the parts were made one file before. */
  private boolean isThere(String key, long size) {
    try {
      return s3.headObject(request -> request.bucket(uploads).key(key)).contentLength() == size;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }
}
