package io.github.idols.local;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.gallery.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Holds the default rule against the original tool's on embeddings of known people, by repeated
 * random splits into a gallery and pictures to be named.
 */
final class CompareRules {
  /** Pairs of people of a group that are listed: those that the original rule confuses most. */
  private static final int PAIRS = 3;

  private CompareRules() {}

  /** How often each rule was right, and who was taken for whom, whichever way. */
  private static final class Score {
    private long right;
    private long all;
    private final Map<String, Long> confused = new TreeMap<>();

    void count(String truth, String got) {
      all++;
      if (truth.equals(got)) {
        right++;
      } else {
        String pair = truth.compareTo(got) < 0 ? truth + " <-> " + got : got + " <-> " + truth;
        confused.merge(pair, 1L, Long::sum);
      }
    }
  }

  /** A table: for each group the share of right names by rule, and the worst pairs. */
  static List<String> lines(EmbeddingTable table, int known, int splits, long seed) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "default rule", "original rule"));
    table
        .groups()
        .forEach(
            (group, members) -> {
              Score ours = new Score();
              Score original = new Score();
              Random random = new Random(seed);
              for (int split = 0; split < splits; split++) {
                split(members, known, random, ours, original);
              }
              lines.add(row(group + ", right names, %", percent(ours), percent(original)));
              original.confused.entrySet().stream()
                  .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                  .limit(PAIRS)
                  .forEach(
                      pair ->
                          lines.add(
                              row(
                                  "  " + pair.getKey(),
                                  ours.confused.getOrDefault(pair.getKey(), 0L).toString(),
                                  pair.getValue().toString())));
            });
    return lines;
  }

  private static void split(
      Map<String, List<Embedding>> members, int known, Random random, Score ours, Score original) {
    List<Person> people = new ArrayList<>();
    Map<String, List<Embedding>> tested = new TreeMap<>();
    members.forEach(
        (name, embeddings) -> {
          List<Embedding> order = new ArrayList<>(embeddings);
          Collections.shuffle(order, random);
          people.add(
              new Person(
                  name, order.subList(0, known).stream().map(e -> new Picture(name, e)).toList()));
          tested.put(name, order.subList(known, order.size()));
        });
    Gallery gallery = new Gallery(people);
    Matcher centroid = rule(MatcherKind.CENTROID, gallery);
    Matcher nearest = rule(MatcherKind.NEAREST, gallery);
    tested.forEach(
        (name, faces) -> {
          for (Embedding face : faces) {
            ours.count(name, centroid.match(face, Detail.FULL).person());
            original.count(name, nearest.match(face, Detail.FULL).person());
          }
        });
  }

  private static Matcher rule(MatcherKind kind, Gallery gallery) {
    return kind.matcher(gallery, kind.defaultTolerance());
  }

  private static String percent(Score score) {
    return String.format(Locale.ROOT, "%.2f of %d", 100.0 * score.right / score.all, score.all);
  }

  private static String row(String what, String ours, String original) {
    return String.format(Locale.ROOT, "%-34s %18s %18s", what, ours, original);
  }
}
