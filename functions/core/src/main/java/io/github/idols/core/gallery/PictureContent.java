package io.github.idols.core.gallery;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.duplicate());
      return new PictureContent(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
