package io.github.idols.core.gallery;

import io.github.idols.core.access.Token;
import java.security.SecureRandom;

/**
 * Names a gallery: 128 random bits. By itself it opens nothing; its maker has a secret for that.
 */
public record GalleryId(String value) {
  private static final int BYTES = 16;

  public GalleryId {
    Token.require(value, BYTES, "a gallery's id");
  }

  public static GalleryId random(SecureRandom random) {
    return new GalleryId(Token.random(random, BYTES));
  }

  /** Whether a text has the form of such an id. */
  public static boolean isId(String text) {
    return Token.isToken(text, BYTES);
  }

  @Override
  public String toString() {
    return value;
  }
}
