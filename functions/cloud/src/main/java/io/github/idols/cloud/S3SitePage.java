package io.github.idols.cloud;

import io.github.idols.core.job.SitePage;
import java.io.FileNotFoundException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The page in the bucket that the site is served from: so it always fits the scripts that lie
 * beside it, whoever deployed which of the two last. Safe for use by several threads.
 */
public final class S3SitePage implements SitePage {
  /** As the build calls it. */
  public static final String KEY = "index.html";

  private final S3Client s3;
  private final String site;

  /** Reads from the site's bucket. */
  public S3SitePage(S3Client s3, String site) {
    this.s3 = s3;
    this.site = site;
  }

  @Override
  public String html() throws IOException {
    try {
      return s3.getObjectAsBytes(request -> request.bucket(site).key(KEY)).asUtf8String();
    } catch (NoSuchKeyException e) {
      throw new FileNotFoundException("there is no " + KEY + " in " + site);
    } catch (SdkException e) {
      throw new IOException("the page could not be read from S3: " + e.getMessage(), e);
    }
  }
}
