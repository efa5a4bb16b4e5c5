package io.github.idols.core.gallery;

import io.github.idols.core.access.Token;
import java.security.SecureRandom;

/** Names a picture within a person: 64 random bits. */
public record PictureId(String value) {
  private static final int BYTES = 8;

  public PictureId {
    Token.require(value, BYTES, "a picture's id");
  }

  public static PictureId random(SecureRandom random) {
    return new PictureId(Token.random(random, BYTES));
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
