package io.github.idols.vision.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  private final Pictures pictures = new Pictures();

  @Test
  void jpegPngAndWebpAreRead() throws Exception {
    assertQuarters(List.of(50, 100, 150, 200), 64, 48, TestPictures.jpeg(64, 48));
    assertQuarters(List.of(50, 100, 150, 200), 64, 48, TestPictures.png(64, 48));
    assertQuarters(List.of(50, 100, 150, 200), 63, 47, TestPictures.png(63, 47));
    try (Still still = pictures.read("a.webp", ByteBuffer.wrap(TestPictures.webp(64, 48)))) {
      assertEquals(64, still.originalWidth());
      assertEquals(48, still.frame().height());
    }
  }

  @Test
  void everyOrientationOfACameraStandsUpright() throws Exception {
    byte[] jpeg = TestPictures.jpeg(64, 48);
    List<List<Integer>> quarters =
        List.of(
            List.of(50, 100, 150, 200),
            List.of(100, 50, 200, 150),
            List.of(200, 150, 100, 50),
            List.of(150, 200, 50, 100),
            List.of(50, 150, 100, 200),
            List.of(150, 50, 200, 100),
            List.of(200, 100, 150, 50),
            List.of(100, 200, 50, 150));
    for (int orientation = 1; orientation <= 8; orientation++) {
      boolean lying = orientation > 4;
      assertQuarters(
          quarters.get(orientation - 1),
          lying ? 48 : 64,
          lying ? 64 : 48,
          TestPictures.withOrientation(jpeg, orientation));
    }
  }

  @Test
  void veryLargePicturesAreScaledDown() throws Exception {
    try (Still still = pictures.read("big.jpg", ByteBuffer.wrap(TestPictures.jpeg(4100, 1001)))) {
      assertEquals(4100, still.originalWidth());
      assertEquals(1001, still.originalHeight());
      assertEquals(2048, still.frame().width());
      assertEquals(500, still.frame().height());
    }
  }

  @Test
  void aPictureThatIsCutOffIsRefused() {
    for (byte[] whole :
        List.of(TestPictures.jpeg(64, 48), TestPictures.png(64, 48), TestPictures.webp(64, 48))) {
      for (int length : new int[] {12, 40, whole.length / 2, whole.length - 3}) {
        assertRefused(
            "x.jpg is cut off or damaged. Download or export it again.",
            Arrays.copyOf(whole, length));
      }
    }
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertRefused("x.jpg is empty (0 bytes). Download or export it again.", new byte[0]);
    assertRefused(
        "x.jpg is not a JPEG, PNG or WebP picture.",
        "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPictureThatClaimsToBeHugeIsRefusedBeforeDecoding() {
    byte[] png = TestPictures.png(64, 48);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertRefused("x.jpg has more than 100 million pixels. Save it smaller.", png);
  }

  @Test
  void aMissingFileIsRefused(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("none.png");
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> pictures.read(missing).close());
    assertEquals("There is no file " + missing + ".", refusal.getMessage());
    Path present = Files.write(folder.resolve("a.png"), TestPictures.png(64, 48));
    try (Still still = pictures.read(present)) {
      assertEquals(64, still.frame().width());
    }
  }

  private void assertRefused(String reason, byte[] bytes) {
    RefusedException refusal =
        assertThrows(
            RefusedException.class, () -> pictures.read("x.jpg", ByteBuffer.wrap(bytes)).close());
    assertEquals(reason, refusal.getMessage());
  }

  /** Checks the luma of upper left, upper right, lower left and lower right. */
  private void assertQuarters(List<Integer> quarters, int width, int height, byte[] bytes)
      throws Exception {
    try (Still still = pictures.read("a", ByteBuffer.wrap(bytes))) {
      Frame frame = still.frame();
      assertEquals(width, frame.width());
      assertEquals(height, frame.height());
      for (int quarter = 0; quarter < 4; quarter++) {
        int x = frame.width() * (quarter % 2 == 0 ? 1 : 3) / 4;
        int y = frame.height() * (quarter < 2 ? 1 : 3) / 4;
        int luma = frame.y().bytes().get(y * frame.y().stride() + x) & 0xff;
        assertEquals(quarters.get(quarter), luma, 4, "quarter " + quarter);
      }
    }
  }
}
