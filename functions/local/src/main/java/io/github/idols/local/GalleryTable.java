package io.github.idols.local;

import io.github.idols.local.GalleryReport.PersonReport;
import io.github.idols.local.GalleryReport.RefusedPicture;
import java.util.ArrayList;
import java.util.List;

/** A gallery's check as text: a table of people, then the refused pictures. */
final class GalleryTable {
  /** With fewer pictures of a person, naming gets visibly worse; with more, hardly better. */
  private static final int ENOUGH = 10;

  private GalleryTable() {}

  static List<String> lines(GalleryReport report) {
    List<String> lines = new ArrayList<>();
    int width = "person".length();
    for (PersonReport person : report.people()) {
      width = Math.max(width, columns(person.name()));
    }
    lines.add(padded("person", width) + "  usable  refused  missing");
    for (PersonReport person : report.people()) {
      lines.add(
          padded(person.name(), width)
              + right(person.usable().size(), 8)
              + right(person.refused().size(), 9)
              + "  "
              + missing(person.usable().size()));
    }
    boolean first = true;
    for (PersonReport person : report.people()) {
      for (RefusedPicture picture : person.refused()) {
        if (first) {
          lines.add("");
          lines.add("refused:");
          first = false;
        }
        lines.add("  " + picture.file() + ": " + picture.reason());
      }
    }
    return lines;
  }

  private static String missing(int usable) {
    if (usable >= ENOUGH) {
      return "nothing";
    }
    return usable == 0
        ? "all: put in 10 to 15 pictures with one clear face"
        : (ENOUGH - usable) + " or more: 10 to 15 pictures are best";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  private static String right(int number, int width) {
    String text = Integer.toString(number);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** Columns of a terminal: Hangul, kana and Chinese characters take two. */
  private static int columns(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
      default -> c >= 0xFF01 && c <= 0xFF60;
    };
  }
}
