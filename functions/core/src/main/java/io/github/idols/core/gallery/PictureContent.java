package io.github.idols.core.gallery;

import io.github.idols.core.binary.Sha256;
import java.nio.ByteBuffer;

/**
 * What a picture's file holds, whatever it is called and wherever it lies.
 *
 * @param sha256 of all of its bytes, 64 hexadecimal digits
 */
public record PictureContent(String sha256) {
  public PictureContent {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
  }

  /** The content of a file; the buffer stays as it is. */
  public static PictureContent of(ByteBuffer bytes) {
    return new PictureContent(Sha256.hex(bytes));
  }
}
