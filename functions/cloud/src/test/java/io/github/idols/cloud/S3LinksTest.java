package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.job.JobId;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.fancam.FancamId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;

@ExtendWith(LocalCloud.Extension.class)
class S3LinksTest {
  private static final Duration VALID = Duration.ofMinutes(5);
  private static final byte[] BYTES = {1, 2, 3};

  private final LocalCloud cloud;
  private final Browser browser = new Browser();
  private final JobId id = JobId.random(new SecureRandom());
  private final S3Links links;

  S3LinksTest(LocalCloud cloud) {
    this.cloud = cloud;
    links = cloud.cloud().links();
  }

  private void put(String bucket, String key) {
    cloud
        .clients()
        .s3()
        .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(BYTES));
  }

  @Test
  void leadToTheFiles() {
    put("uploads", "videos/" + id);
    put("results", "jobs/" + id + "/provisional/7.json");
    put("results", "jobs/" + id + "/labels.vtt");
    FancamId fancam = FancamId.of("Lisa", 0);
    put("results", "jobs/" + id + "/fancams/" + fancam + ".mp4");
    VideoFile file = new VideoFile("mv.mp4", "video/mp4", 3);
    for (URI link :
        new URI[] {
          links.source(id, file, VALID),
          links.provisional(id, 7, VALID),
          links.result(id, ResultFile.VTT, "mv.vtt", VALID),
          links.fancam(id, fancam, "mv-Lisa.mp4", VALID)
        }) {
      assertArrayEquals(BYTES, browser.get(link).body());
    }
  }

  @Test
  @Tag(LocalCloud.PRIVATE)
  void areOfNoUseWithoutTheirSignature() {
    put("results", "jobs/" + id + "/labels.vtt");
    URI link = links.result(id, ResultFile.VTT, "mv.vtt", VALID);
    assertEquals(403, browser.get(Browser.withoutQuery(link)).statusCode());
  }

  @Test
  void nameWhatIsSaved() {
    put("results", "jobs/" + id + "/annotated.mp4");
    HttpResponse<byte[]> response =
        browser.get(links.result(id, ResultFile.VIDEO, "뮤비 \"1\".mp4", VALID));
    assertArrayEquals(BYTES, response.body());
    assertEquals(
        Optional.of(
            "attachment; filename=\"__ _1_.mp4\";"
                + " filename*=UTF-8''%EB%AE%A4%EB%B9%84%20%221%22.mp4"),
        response.headers().firstValue("Content-Disposition"));
  }

  @Test
  void differForOtherPlaces() {
    URI link = links.provisional(id, 7, VALID);
    put("results", "jobs/" + id + "/provisional/8.json");
    URI other = URI.create(link.toString().replace("/7.json", "/8.json"));
    assertEquals(403, browser.get(other).statusCode());
  }
}
