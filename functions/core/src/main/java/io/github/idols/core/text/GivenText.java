package io.github.idols.core.text;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import java.text.Normalizer;

/**
 * Names that strangers typed, made fit to be kept, compared and shown: composed (Unicode NFC: a Mac
 * sends Hangul in parts), without white space around them, and without characters that are not seen
 * but change how the rest looks.
 */
public final class GivenText {
  /** Most characters of a name. */
  public static final int LONGEST_NAME = 80;

  /** Most characters of a file's name. */
  public static final int LONGEST_FILE = 255;

  private GivenText() {}

  /**
   * A name.
   *
   * @param what the message calls it
   * @throws DeclinedException when it is empty, too long or has characters that cannot be shown
   */
  public static String name(String what, String given) throws DeclinedException {
    return checked(what, composed(given), LONGEST_NAME);
  }

  /**
   * The last element of a path, whichever system's: where a file lies on somebody's disk is nobody
   * else's business.
   *
   * @param what the message calls it
   * @throws DeclinedException when it is empty, too long or has characters that cannot be shown
   */
  public static String fileName(String what, String given) throws DeclinedException {
    int folder = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
    return checked(what, composed(given.substring(folder + 1)), LONGEST_FILE);
  }

  private static String composed(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    int from = 0;
    int to = composed.length();
    while (from < to && isSpace(composed.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(composed.charAt(to - 1))) {
      to--;
    }
    return composed.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String checked(String what, String text, int longest) throws DeclinedException {
    if (text.isEmpty()) {
      throw new DeclinedException(Why.INVALID, what + " must not be empty.");
    }
    if (text.codePointCount(0, text.length()) > longest) {
      throw new DeclinedException(
          Why.INVALID, what + " can have " + longest + " characters at most.");
    }
    if (text.codePoints().anyMatch(GivenText::isUnseen)) {
      throw new DeclinedException(
          Why.INVALID, what + " has characters that cannot be shown: type it again.");
    }
    return text;
  }

  /** Controls, halves of characters, ends of lines, and marks that turn the direction of text. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    };
  }
}
