package io.github.idols.core.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Random bits in the letters of URLs (base64 of RFC 4648, section 5, without padding). */
public final class Token {
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_-]+");

  private Token() {}

  /**
   * A new one.
   *
   * @param random a cryptographically strong source
   */
  public static String random(SecureRandom random, int bytes) {
    byte[] bits = new byte[bytes];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Whether a text has the form of a token of that size. */
  public static boolean isToken(String text, int bytes) {
    return text.length() == (bytes * 4 + 2) / 3 && LETTERS.matcher(text).matches();
  }

  /**
   * Holds a text to the form of a token.
   *
   * @throws IllegalArgumentException when it has another one; the message does not repeat the text
   */
  public static void require(String text, int bytes, String what) {
    if (!isToken(text, bytes)) {
      throw new IllegalArgumentException("not " + what);
    }
  }
}
