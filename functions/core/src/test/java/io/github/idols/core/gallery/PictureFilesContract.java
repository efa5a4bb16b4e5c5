package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of pictures' files does. */
public abstract class PictureFilesContract {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The store; may hold other pictures. */
  protected abstract PictureFiles files();

  /** Puts a picture as a browser does. */
  protected abstract void put(PictureKey picture, byte[] bytes) throws IOException;

  private static PictureKey newKey() {
    return new PictureKey(
        GalleryId.random(RANDOM), PersonId.random(RANDOM), PictureId.random(RANDOM));
  }

  @Test
  void opensWhatWasPut() throws IOException {
    PictureKey picture = newKey();
    assertFalse(files().isThere(picture));
    assertTrue(files().open(picture).isEmpty());
    put(picture, new byte[] {1, 2, 3});
    assertTrue(files().isThere(picture));
    try (MediaSource source = files().open(picture).orElseThrow()) {
      assertEquals(3, source.size());
      ByteBuffer bytes = ByteBuffer.allocate(3);
      while (bytes.hasRemaining()) {
        assertTrue(source.read(bytes.position(), bytes) > 0);
      }
      assertArrayEquals(new byte[] {1, 2, 3}, bytes.array());
    }
  }

  @Test
  void copiesWhatIsThere() throws IOException {
    PictureKey from = newKey();
    PictureKey to = newKey();
    assertFalse(files().copy(from, to));
    assertFalse(files().isThere(to));
    put(from, new byte[] {1, 2, 3});
    assertTrue(files().copy(from, to));
    assertTrue(files().copy(from, to));
    files().delete(List.of(from));
    try (MediaSource source = files().open(to).orElseThrow()) {
      ByteBuffer bytes = ByteBuffer.allocate(3);
      while (bytes.hasRemaining()) {
        assertTrue(source.read(bytes.position(), bytes) > 0);
      }
      assertArrayEquals(new byte[] {1, 2, 3}, bytes.array());
    }
  }

  @Test
  void deletesThoseThatAreNamed() throws IOException {
    PictureKey first = newKey();
    PictureKey second = newKey();
    PictureKey kept = newKey();
    put(first, new byte[] {1});
    put(second, new byte[] {2});
    put(kept, new byte[] {3});
    files().delete(List.of(first, second, newKey()));
    files().delete(List.of());
    assertFalse(files().isThere(first));
    assertFalse(files().isThere(second));
    assertTrue(files().isThere(kept));
  }

  @Test
  void givesEachPictureAddressesOfItsOwn() {
    PictureKey first = newKey();
    PictureKey second = newKey();
    assertFalse(
        files()
            .target(first, "image/jpeg", 10)
            .url()
            .equals(files().target(second, "image/jpeg", 10).url()));
    assertFalse(
        files()
            .link(first, Duration.ofMinutes(1))
            .equals(files().link(second, Duration.ofMinutes(1))));
  }
}
