package io.github.idols.core.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes JSON as a stream, without white space; it puts the commas and escapes the strings.
 *
 * <p>It does not check that every {@code begin} has its end. Not safe for use by several threads.
 */
public final class JsonWriter {
  private final Appendable out;
  private boolean comma;

  public JsonWriter(Appendable out) {
    this.out = out;
  }

  public JsonWriter beginObject() throws IOException {
    separate();
    out.append('{');
    comma = false;
    return this;
  }

  public JsonWriter endObject() throws IOException {
    out.append('}');
    comma = true;
    return this;
  }

  public JsonWriter beginArray() throws IOException {
    separate();
    out.append('[');
    comma = false;
    return this;
  }

  public JsonWriter endArray() throws IOException {
    out.append(']');
    comma = true;
    return this;
  }

  /** The name of the value that is written next, in an object. */
  public JsonWriter name(String name) throws IOException {
    separate();
    quote(name);
    out.append(':');
    comma = false;
    return this;
  }

  public JsonWriter value(String value) throws IOException {
    separate();
    quote(value);
    return this;
  }

  public JsonWriter value(boolean value) throws IOException {
    separate();
    out.append(value ? "true" : "false");
    return this;
  }

  public JsonWriter value(long value) throws IOException {
    separate();
    out.append(Long.toString(value));
    return this;
  }

  /**
   * A number, rounded half up to some decimals, without trailing zeros.
   *
   * @throws IllegalArgumentException when it is infinite or not a number: JSON has no such
   */
  public JsonWriter value(double value, int decimals) throws IOException {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    separate();
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    out.append(rounded.toPlainString());
    return this;
  }

  /** A line feed where JSON allows white space, to keep lines of long files short. */
  public JsonWriter lineFeed() throws IOException {
    if (comma) {
      out.append(',');
      comma = false;
    }
    out.append('\n');
    return this;
  }

  private void separate() throws IOException {
    if (comma) {
      out.append(',');
    }
    comma = true;
  }

  private void quote(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // Control characters must be escaped; so are <, U+2028 and U+2029, so that the text may
          // stand in a script element, and halves of surrogate pairs, which UTF-8 cannot carry.
          boolean lone =
              Character.isSurrogate(c)
                  && !(Character.isHighSurrogate(c)
                      && i + 1 < text.length()
                      && Character.isLowSurrogate(text.charAt(i + 1)))
                  && !(Character.isLowSurrogate(c)
                      && i > 0
                      && Character.isHighSurrogate(text.charAt(i - 1)));
          if (c < 0x20 || c == '<' || c == '\u2028' || c == '\u2029' || lone) {
            out.append("\\u").append(hex(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static String hex(char c) {
    return Integer.toHexString(0x10000 | c).substring(1);
  }
}
