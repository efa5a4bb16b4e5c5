package io.github.idols.core.job.fancam;

import io.github.idols.core.access.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * One fancam among those of a job. It follows from whom it shows and from which version of the
 * names, so that asking twice asks for one; it is no secret.
 */
public record FancamId(String value) {
  private static final int BYTES = 16;

  public FancamId {
    Token.require(value, BYTES, "a fancam's id");
  }

  /**
   * That of a person.
   *
   * @param version of the names ({@link io.github.idols.core.job.Corrected#named})
   */
  public static FancamId of(String person, int version) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((version + "\n" + person).getBytes(StandardCharsets.UTF_8));
      return new FancamId(
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
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
