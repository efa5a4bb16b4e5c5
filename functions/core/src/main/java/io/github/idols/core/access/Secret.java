package io.github.idols.core.access;

import io.github.idols.core.binary.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * What the maker of a job or gallery shows to change it: 256 random bits. It is told once and never
 * stored.
 */
public record Secret(String value) {
  private static final int BYTES = 32;

  public Secret {
    Token.require(value, BYTES, "a secret");
  }

  public static Secret random(SecureRandom random) {
    return new Secret(Token.random(random, BYTES));
  }

  /** Whether a text has the form of a secret. */
  public static boolean isSecret(String text) {
    return Token.isToken(text, BYTES);
  }

  /** Its SHA-256; no salt is needed for what is random. */
  public SecretHash hash() {
    return new SecretHash(Sha256.hex(ByteBuffer.wrap(value.getBytes(StandardCharsets.US_ASCII))));
  }

  /** Does not tell it: secrets must not get into logs. */
  @Override
  public String toString() {
    return "Secret";
  }
}
