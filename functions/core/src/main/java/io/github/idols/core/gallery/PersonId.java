package io.github.idols.core.gallery;

import io.github.idols.core.access.Token;
import java.security.SecureRandom;

/** Names a person within a gallery: 64 random bits. */
public record PersonId(String value) {
  private static final int BYTES = 8;

  public PersonId {
    Token.require(value, BYTES, "a person's id");
  }

  public static PersonId random(SecureRandom random) {
    return new PersonId(Token.random(random, BYTES));
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
