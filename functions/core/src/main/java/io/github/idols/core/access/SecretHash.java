package io.github.idols.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is stored of a secret.
 *
 * @param hex SHA-256, 64 hexadecimal digits
 */
public record SecretHash(String hex) {
  /** Whether it is this secret's; takes the same time for every wrong one. */
  public boolean fits(Secret secret) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII),
        secret.hash().hex().getBytes(StandardCharsets.US_ASCII));
  }
}
