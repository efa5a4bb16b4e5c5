package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.job.JobId;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.VideoUploads;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

@ExtendWith(LocalCloud.Extension.class)
class S3UploadsTest {
  private static final int LAST = 1000;
  private static final VideoFile VIDEO =
      new VideoFile("뮤비.mp4", "video/mp4", VideoUploads.PART_SIZE + LAST);

  private final LocalCloud cloud;
  private final Browser browser = new Browser();
  private final JobId id = JobId.random(new SecureRandom());
  private final VideoUploads uploads;

  S3UploadsTest(LocalCloud cloud) {
    this.cloud = cloud;
    uploads = cloud.cloud().uploads();
  }

  private int put(String upload, int number, int size) {
    URI uri = uploads.part(id, upload, VIDEO, number);
    return browser.put(uri, Map.of(), new byte[size]).statusCode();
  }

  private HeadObjectResponse head() {
    return cloud
        .clients()
        .s3()
        .headObject(request -> request.bucket("uploads").key("videos/" + id));
  }

  @Test
  void makesOneFileOfAllParts() {
    String upload = uploads.begin(id, VIDEO);
    // Parts come in any order, and again when a connection broke.
    assertEquals(200, put(upload, 2, LAST));
    assertFalse(uploads.complete(id, upload, VIDEO));
    assertEquals(200, put(upload, 1, (int) VideoUploads.PART_SIZE));
    assertEquals(200, put(upload, 2, LAST));
    assertTrue(uploads.complete(id, upload, VIDEO));
    assertEquals(VIDEO.size(), head().contentLength());
    assertEquals("video/mp4", head().contentType());
    assertTrue(uploads.complete(id, upload, VIDEO));
  }

  @Test
  void tellsWhichPartsAreThere() throws Exception {
    String upload = uploads.begin(id, VIDEO);
    assertEquals(Optional.of(List.of()), uploads.arrived(id, upload, VIDEO));
    assertEquals(200, put(upload, 2, LAST));
    assertEquals(Optional.of(List.of(2)), uploads.arrived(id, upload, VIDEO));
    assertEquals(200, put(upload, 1, (int) VideoUploads.PART_SIZE));
    assertEquals(Optional.of(List.of(1, 2)), uploads.arrived(id, upload, VIDEO));
    assertTrue(uploads.complete(id, upload, VIDEO));
    assertEquals(Optional.of(List.of(1, 2)), uploads.arrived(id, upload, VIDEO));
    cloud.cloud().jobFiles().delete(id, upload);
    // S3 does not know it any more; S3Proxy knows of no parts.
    assertEquals(List.of(), uploads.arrived(id, upload, VIDEO).orElse(List.of()));
  }

  @Test
  void isNotCompleteWithoutTheLastPart() {
    String upload = uploads.begin(id, VIDEO);
    assertFalse(uploads.complete(id, upload, VIDEO));
    assertEquals(200, put(upload, 1, (int) VideoUploads.PART_SIZE));
    assertFalse(uploads.complete(id, upload, VIDEO));
  }

  @Test
  void takesNoPartOfAnotherSize() {
    String upload = uploads.begin(id, VIDEO);
    assertEquals(403, put(upload, 2, LAST + 1));
    assertEquals(403, put(upload, 2, LAST - 1));
    assertEquals(200, put(upload, 2, LAST));
  }

  @Test
  void isNotCompleteOnceItWasEnded() throws Exception {
    String upload = uploads.begin(id, VIDEO);
    assertEquals(200, put(upload, 2, LAST));
    cloud.cloud().jobFiles().delete(id, upload);
    assertFalse(uploads.complete(id, upload, VIDEO));
  }

  @Test
  void givesNobodyAPageInstead() {
    VideoFile page = new VideoFile("mv.html", "text/html", LAST);
    String upload = uploads.begin(id, page);
    URI uri = uploads.part(id, upload, page, 1);
    assertEquals(200, browser.put(uri, Map.of(), new byte[LAST]).statusCode());
    assertTrue(uploads.complete(id, upload, page));
    assertEquals("application/octet-stream", head().contentType());
  }
}
