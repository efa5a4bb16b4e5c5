package io.github.idols.cloud;

import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Pictures' files in a bucket of S3. Safe for use by several threads. */
public final class S3PictureFiles implements PictureFiles {
  private static final Duration TO_PUT = Duration.ofHours(1);

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String uploads;

  /** Works on the bucket of uploads. */
  public S3PictureFiles(S3Client s3, S3Presigner presigner, String uploads) {
    this.s3 = s3;
    this.presigner = presigner;
    this.uploads = uploads;
  }

  @Override
  public Target target(PictureKey picture, String type, long size) {
    URI url =
        Presigned.uri(
            presigner
                .presignPutObject(
                    presign ->
                        presign
                            .signatureDuration(TO_PUT)
                            .putObjectRequest(
                                request ->
                                    request
                                        .bucket(uploads)
                                        .key(ObjectKeys.picture(picture))
                                        .contentType(type)
                                        .contentLength(size)))
                .url());
    // Browsers send the length by themselves, and let nobody else say it.
    return new Target(url, Map.of("content-type", type));
  }

  @Override
  public URI link(PictureKey picture, Duration valid) {
    return Presigned.get(presigner, uploads, ObjectKeys.picture(picture), valid);
  }

  @Override
  public Optional<MediaSource> open(PictureKey picture) throws IOException {
    return S3Source.open(s3, uploads, ObjectKeys.picture(picture), "the picture")
        .map(source -> source);
  }

  @Override
  public boolean isThere(PictureKey picture) throws IOException {
    try {
      s3.headObject(request -> request.bucket(uploads).key(ObjectKeys.picture(picture)));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw new IOException("S3 cannot be asked for a picture: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean copy(PictureKey from, PictureKey to) throws IOException {
    try {
      s3.copyObject(
          request ->
              request
                  .sourceBucket(uploads)
                  .sourceKey(ObjectKeys.picture(from))
                  .destinationBucket(uploads)
                  .destinationKey(ObjectKeys.picture(to)));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw new IOException("A picture could not be copied: " + e.getMessage(), e);
    }
  }

  @Override
  public void delete(Collection<PictureKey> pictures) throws IOException {
    try {
      Deletion.delete(s3, uploads, pictures.stream().map(ObjectKeys::picture).toList());
    } catch (SdkException e) {
      throw new IOException("Pictures could not be deleted: " + e.getMessage(), e);
    }
  }
}
