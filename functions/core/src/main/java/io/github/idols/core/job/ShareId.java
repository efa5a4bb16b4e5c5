package io.github.idols.core.job;

import io.github.idols.core.access.Token;
import java.security.SecureRandom;

/** The end of a share link: 128 random bits. Whoever knows it may look, and nothing more. */
public record ShareId(String value) {
  private static final int BYTES = 16;

  public ShareId {
    Token.require(value, BYTES, "a share's id");
  }

  public static ShareId random(SecureRandom random) {
    return new ShareId(Token.random(random, BYTES));
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
