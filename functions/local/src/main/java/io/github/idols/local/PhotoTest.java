package io.github.idols.local;

import io.github.idols.core.face.Detail;
import io.github.idols.core.gallery.Match;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.health.CheckedPicture;
import io.github.idols.core.label.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how many pictures a gallery names rightly, one by one. */
final class PhotoTest {
  private PhotoTest() {}

  /** What became of some pictures; those without a usable face are not right either. */
  private record Count(int right, int wrong, int unknown, int refused) {
    Count plus(Count other) {
      return new Count(
          right + other.right,
          wrong + other.wrong,
          unknown + other.unknown,
          refused + other.refused);
    }

    String row(String name) {
      int all = right + wrong + unknown + refused;
      return String.format(
          Locale.ROOT,
          "%-16s %8d %8.2f %8.2f %8.2f %8.2f",
          name,
          all,
          percent(right, all),
          percent(wrong, all),
          percent(unknown, all),
          percent(refused, all));
    }

    private static double percent(int part, int all) {
      return all == 0 ? 0 : 100.0 * part / all;
    }
  }

  /** A table with a row for each person, and a list of the mistakes. */
  static List<String> lines(Matcher matcher, GalleryReport photos) {
    List<String> lines = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-16s %8s %8s %8s %8s %8s",
            "person",
            "pictures",
            "right, %",
            "wrong",
            "unknown",
            "no face"));
    Count total = new Count(0, 0, 0, 0);
    for (GalleryReport.PersonReport person : photos.people()) {
      // Whoever is not in the gallery is rightly unknown.
      String truth = matcher.people().contains(person.name()) ? person.name() : Label.UNKNOWN;
      Count count = new Count(0, 0, 0, person.refused().size());
      for (CheckedPicture picture : person.usable()) {
        Match match = matcher.match(picture.taken().embedding(), Detail.FULL);
        String got = match.known() ? match.person() : Label.UNKNOWN;
        boolean right = got.equals(truth);
        boolean unknown = got.equals(Label.UNKNOWN);
        count =
            count.plus(
                new Count(right ? 1 : 0, right || unknown ? 0 : 1, right ? 0 : unknown ? 1 : 0, 0));
        if (!right) {
          mistakes.add("  " + person.name() + "/" + picture.file() + ": " + got);
        }
      }
      person.refused().forEach(no -> mistakes.add("  " + no.file() + ": " + no.reason()));
      lines.add(count.row(person.name()));
      total = total.plus(count);
    }
    lines.add(total.row("all"));
    lines.add("Of several faces in a picture the tallest was named.");
    if (!mistakes.isEmpty()) {
      lines.add("");
      lines.add("not right:");
      lines.addAll(mistakes);
    }
    return lines;
  }
}
