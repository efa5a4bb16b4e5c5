package io.github.idols.core.job;

import io.github.idols.core.access.Token;
import java.security.SecureRandom;

/** Names a job: 128 random bits. */
public record JobId(String value) {
  private static final int BYTES = 16;

  public JobId {
    Token.require(value, BYTES, "a job's id");
  }

  public static JobId random(SecureRandom random) {
    return new JobId(Token.random(random, BYTES));
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
