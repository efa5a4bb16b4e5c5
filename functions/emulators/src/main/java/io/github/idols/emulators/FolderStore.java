package io.github.idols.emulators;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * S3Proxy's store on a folder, which tells of new objects and shows no half-written ones.
 *
 * <p>The store writes an object under its key with a random UUID behind, gives it its ETag when all
 * bytes are there, and renames it. A process that is killed in between leaves such a file.
 */
final class FolderStore extends ForwardingBlobStore {
  private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);

  private static final Pattern UNFINISHED =
      Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.DOTALL);

  /** The store's and its front's own bookkeeping of multipart uploads; clients cannot use these. */
  private static final List<String> INTERNAL = List.of(".mpus-", ".s3proxy-mpu-stub-");

  private final Executor events;
  private final Consumer<S3ObjectCreated> created;

  /**
   * @param store keeps the objects
   * @param events where the listener is called
   * @param created is called for each object once it can be read; what it throws is logged
   */
  FolderStore(BlobStore store, Executor events, Consumer<S3ObjectCreated> created) {
    super(store);
    this.events = events;
    this.created = created;
  }

  /** Removes what a killed process was writing to a bucket; nobody may be writing to it now. */
  void removeUnfinished(String bucket) {
    String from = "";
    while (from != null) {
      ListObjectsV2Response page =
          delegate().list(ListObjectsV2Request.builder().bucket(bucket).startAfter(from).build());
      for (S3Object object : page.contents()) {
        if (isUnfinished(object)) {
          delegate()
              .removeBlob(DeleteObjectRequest.builder().bucket(bucket).key(object.key()).build());
        }
      }
      from = page.nextContinuationToken();
    }
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    ListObjectsV2Response page = delegate().list(request);
    List<S3Object> finished =
        page.contents().stream().filter(object -> !isUnfinished(object)).toList();
    return finished.size() == page.contents().size()
        ? page
        : page.toBuilder().contents(finished).build();
  }

  private static boolean isUnfinished(S3Object object) {
    return object.eTag() == null && UNFINISHED.matcher(object.key()).matches();
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    PutObjectResponse response = delegate().putBlob(request, payload);
    tell(request.bucket(), request.key(), "ObjectCreated:Put");
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = delegate().copyBlob(request);
    tell(request.destinationBucket(), request.destinationKey(), "ObjectCreated:Copy");
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = delegate().completeMultipartUpload(upload, request);
    tell(upload.containerName(), upload.blobName(), "ObjectCreated:CompleteMultipartUpload");
    return response;
  }

  /**
   * On another thread, so that the client's answer neither waits for the listener nor suffers from
   * it.
   */
  private void tell(String bucket, String key, String event) {
    if (INTERNAL.stream().anyMatch(key::startsWith)) {
      return;
    }
    try {
      events.execute(() -> tellNow(bucket, key, event));
    } catch (RejectedExecutionException e) {
      LOG.debug("closed before anybody could be told of {}/{}", bucket, key, e);
    }
  }

  private void tellNow(String bucket, String key, String event) {
    try {
      HeadObjectResponse head =
          delegate().blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
      // Null, as NoSuchKey, where it was deleted at once: there is nothing to tell then.
      if (head != null) {
        String etag = head.eTag() == null ? "" : head.eTag().replace("\"", "");
        created.accept(new S3ObjectCreated(bucket, key, head.contentLength(), etag, event));
      }
    } catch (NoSuchKeyException e) {
      LOG.debug("{}/{} was deleted at once", bucket, key, e);
    } catch (RuntimeException e) {
      LOG.error("nobody took notice of {}/{}", bucket, key, e);
    }
  }
}
