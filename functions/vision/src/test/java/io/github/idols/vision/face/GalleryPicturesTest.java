package io.github.idols.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.video.MediaSource;
import io.github.idols.vision.video.HeldSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GalleryPicturesTest {
  @Test
  void everyFileIsTakenOrRefusedWithAReasonAndClosed() throws IOException {
    try (FaceModels models = new FaceModels();
        GalleryPictures checker = new GalleryPictures(models)) {
      HeldSource franck = demo("franck_01829.jpg");
      PictureCheck.Accepted taken =
          assertInstanceOf(PictureCheck.Accepted.class, checker.check(franck));
      assertTrue(taken.face().box().height() >= FaceChoice.MIN_HEIGHT);
      assertTrue(franck.isClosed());

      assertEquals(
          new PictureCheck.Refused("4 faces of a similar size, crop it to one"),
          checker.check(demo("sample6.jpg")));

      HeldSource text = new HeldSource("1.jpg", "text".getBytes(StandardCharsets.UTF_8));
      String reason = assertInstanceOf(PictureCheck.Refused.class, checker.check(text)).reason();
      assertTrue(reason.startsWith("is "), reason);
      assertTrue(text.isClosed());

      // What failed leaves nothing behind in the networks.
      assertEquals(taken, checker.check(demo("franck_01829.jpg")));
    }
  }

  @Test
  void aPictureToBeNamedIsTakenForItsTallestFace() throws IOException {
    try (FaceModels models = new FaceModels();
        GalleryPictures checker = new GalleryPictures(models, FaceChoice::tallest)) {
      assertInstanceOf(PictureCheck.Accepted.class, checker.check(demo("sample6.jpg")));
    }
  }

  @Test
  void aSourceThatFailsIsNoRefusal() {
    MediaSource gone =
        new MediaSource() {
          @Override
          public String name() {
            return "1.jpg";
          }

          @Override
          public long size() {
            return 1000;
          }

          @Override
          public int read(long position, ByteBuffer buffer) throws IOException {
            throw new IOException("the disk has gone");
          }

          @Override
          public void close() {}
        };
    try (FaceModels models = new FaceModels();
        GalleryPictures checker = new GalleryPictures(models)) {
      assertThrows(IOException.class, () -> checker.check(gone));
    }
  }

  private static HeldSource demo(String name) throws IOException {
    try (InputStream in = GalleryPicturesTest.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IOException("no demo file " + name);
      }
      return new HeldSource(name, in.readAllBytes());
    }
  }
}
