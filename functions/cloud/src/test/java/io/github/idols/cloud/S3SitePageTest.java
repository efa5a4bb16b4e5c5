package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.job.SitePage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(LocalCloud.Extension.class)
class S3SitePageTest {
  private final S3Client s3;
  private final SitePage page;

  S3SitePageTest(LocalCloud local) {
    s3 = local.clients().s3();
    page = local.cloud().sitePage();
  }

  @Test
  void isThePageThatLiesInTheBucketNow() throws IOException {
    s3.deleteObject(request -> request.bucket("site").key("index.html"));
    assertThrows(FileNotFoundException.class, page::html);
    for (String html : new String[] {"<title>하나</title>", "<title>둘</title>"}) {
      s3.putObject(
          request -> request.bucket("site").key("index.html"),
          RequestBody.fromBytes(html.getBytes(StandardCharsets.UTF_8)));
      assertEquals(html, page.html());
    }
  }
}
