package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.PictureFilesContract;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloud.Extension.class)
class S3PictureFilesTest extends PictureFilesContract {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LocalCloud cloud;
  private final Browser browser = new Browser();
  private final PictureKey picture =
      new PictureKey(GalleryId.random(RANDOM), PersonId.random(RANDOM), PictureId.random(RANDOM));

  S3PictureFilesTest(LocalCloud cloud) {
    this.cloud = cloud;
  }

  @Override
  protected PictureFiles files() {
    return cloud.cloud().pictureFiles();
  }

  @Override
  protected void put(PictureKey picture, byte[] bytes) throws IOException {
    PictureFiles.Target target = files().target(picture, "image/jpeg", bytes.length);
    assertEquals(200, browser.put(target.url(), target.headers(), bytes).statusCode());
  }

  @Test
  void canBeLookedAtByWhoHasTheLink() throws IOException {
    put(picture, new byte[] {1, 2, 3});
    URI link = files().link(picture, Duration.ofMinutes(1));
    assertArrayEquals(new byte[] {1, 2, 3}, browser.get(link).body());
  }

  @Test
  @Tag(LocalCloud.PRIVATE)
  void cannotBeLookedAtWithoutALink() throws IOException {
    put(picture, new byte[] {1, 2, 3});
    URI link = files().link(picture, Duration.ofMinutes(1));
    assertEquals(403, browser.get(Browser.withoutQuery(link)).statusCode());
  }

  @Test
  void signsTypeAndSize() {
    URI url = files().target(picture, "image/jpeg", 3).url();
    assertTrue(url.getQuery().contains("X-Amz-SignedHeaders=content-length;content-type;host"));
    assertTrue(url.getQuery().contains("X-Amz-Expires=3600"));
  }

  @Test
  void takesNoOtherTypeNorSize() throws IOException {
    PictureFiles.Target target = files().target(picture, "image/jpeg", 3);
    byte[] three = {1, 2, 3};
    assertEquals(
        403, browser.put(target.url(), Map.of("content-type", "text/html"), three).statusCode());
    assertEquals(403, browser.put(target.url(), target.headers(), new byte[4]).statusCode());
    assertEquals(200, browser.put(target.url(), target.headers(), three).statusCode());
  }
}
