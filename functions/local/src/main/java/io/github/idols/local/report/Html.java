package io.github.idols.local.report;

import java.util.Locale;

/** Text for HTML. */
final class Html {
  private Html() {}

  /** Text as it may stand between tags and in quoted attributes. */
  static String text(String any) {
    StringBuilder safe = new StringBuilder(any.length() + 16);
    any.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /** A number with a decimal point, whatever the machine's language. */
  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
