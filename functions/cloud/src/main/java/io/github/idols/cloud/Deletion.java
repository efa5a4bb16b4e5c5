package io.github.idols.cloud;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Deletes many objects. */
final class Deletion {
  /** As many as S3 deletes at once. */
  private static final int BATCH = 1000;

  private Deletion() {}

  /** Deletes all objects whose keys begin so. */
  static void deleteAll(S3Client s3, String bucket, String beginning) {
    // Page by page: what is deleted is not listed again, but listing goes on behind it.
    for (ListObjectsV2Response page :
        s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(beginning))) {
      delete(s3, bucket, page.contents().stream().map(S3Object::key).toList());
    }
  }

  /** Deletes some objects; what is not there counts as deleted. */
  static void delete(S3Client s3, String bucket, List<String> keys) {
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<ObjectIdentifier> batch = new ArrayList<>();
      for (String key : keys.subList(from, Math.min(keys.size(), from + BATCH))) {
        batch.add(ObjectIdentifier.builder().key(key).build());
      }
      DeleteObjectsResponse response =
          s3.deleteObjects(
              request ->
                  request.bucket(bucket).delete(objects -> objects.objects(batch).quiet(true)));
      if (!response.errors().isEmpty()) {
        throw SdkClientException.create(
            "%d objects were not deleted: %s"
                .formatted(response.errors().size(), response.errors().get(0).message()));
      }
    }
  }
}
