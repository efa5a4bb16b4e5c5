package io.github.idols.cloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses that anybody who knows them may use for a while. No network is asked. */
final class Presigned {
  private Presigned() {}

  static URI get(S3Presigner presigner, String bucket, String key, Duration valid) {
    return get(presigner, bucket, key, valid, request -> request);
  }

  /**
   * An address to read an object from.
   *
   * @param more what else the signed request says
   */
  static URI get(
      S3Presigner presigner,
      String bucket,
      String key,
      Duration valid,
      UnaryOperator<GetObjectRequest.Builder> more) {
    GetObjectRequest request =
        more.apply(GetObjectRequest.builder().bucket(bucket).key(key)).build();
    return uri(
        presigner
            .presignGetObject(presign -> presign.signatureDuration(valid).getObjectRequest(request))
            .url());
  }

  static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the SDK made an address that is none", e);
    }
  }
}
