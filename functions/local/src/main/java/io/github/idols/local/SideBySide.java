package io.github.idols.local;

import io.github.idols.core.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of two recognisers on the same videos, in two columns. */
final class SideBySide {
  private static final String NOTHING = "-";

  /** Lists, of which the two have different entries: they are printed for one alone. */
  private static final Set<String> LISTS = Set.of("confused", "matrix");

  private SideBySide() {}

  /**
   * A table: the figure, and its value for each.
   *
   * @param first what the first column is called, for instance its file
   * @param second likewise
   */
  static List<String> lines(String first, Score one, String second, Score other) {
    Map<String, String> left = figures(one);
    Map<String, String> right = figures(other);
    Set<String> keys = new LinkedHashSet<>(left.keySet());
    keys.addAll(right.keySet());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("figure", first, second));
    for (String key : keys) {
      rows.add(List.of(key, left.getOrDefault(key, NOTHING), right.getOrDefault(key, NOTHING)));
    }
    int[] wide = new int[2];
    for (List<String> row : rows) {
      for (int i = 0; i < wide.length; i++) {
        wide[i] = Math.max(wide[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    return rows.stream()
        .map(row -> padded(row.get(0), wide[0]) + padded(row.get(1), wide[1]) + row.get(2))
        .toList();
  }

  private static String padded(String cell, int wide) {
    return cell + " ".repeat(wide - cell.codePointCount(0, cell.length()) + 2);
  }

  private static Map<String, String> figures(Score score) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (String line : score.lines()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !LISTS.contains(line.substring(0, colon).split(" ", 2)[0])) {
        figures.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return figures;
  }
}
