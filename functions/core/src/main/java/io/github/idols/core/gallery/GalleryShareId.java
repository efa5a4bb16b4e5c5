package io.github.idols.core.gallery;

import io.github.idols.core.access.Token;
import java.security.SecureRandom;

/**
 * The end of a gallery's share link: 128 random bits. Whoever knows it may look at the gallery, and
 * use it, and nothing more.
 */
public record GalleryShareId(String value) {
  private static final int BYTES = 16;

  public GalleryShareId {
    Token.require(value, BYTES, "a gallery share's id");
  }

  public static GalleryShareId random(SecureRandom random) {
    return new GalleryShareId(Token.random(random, BYTES));
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
