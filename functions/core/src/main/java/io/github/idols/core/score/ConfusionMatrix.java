package io.github.idols.core.score;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often which true face got which name.
 *
 * @param people everybody named in truth or labels, in alphabetical order
 * @param times for a true name, how often each name was given; what is not there is 0
 */
public record ConfusionMatrix(List<String> people, Map<String, Map<String, Long>> times) {
  /** The row of labels at whose place there is no true face. */
  public static final String NO_FACE = "no face";

  public ConfusionMatrix {
    people = List.copyOf(people);
    times = Map.copyOf(times);
  }

  static ConfusionMatrix of(List<MatchedFrame> frames) {
    TreeSet<String> people = new TreeSet<>();
    Map<String, Map<String, Long>> times = new HashMap<>();
    for (MatchedFrame frame : frames) {
      for (MatchedFace face : frame.faces()) {
        people.add(face.truth().name());
        count(times, face.truth().name(), face.given().orElse(Evaluation.MISSED), 1);
      }
      for (LabelRow stray : frame.strays()) {
        count(times, NO_FACE, stray.name(), 1);
      }
      frame.labels().forEach(label -> people.add(label.name()));
    }
    people.remove(Label.UNKNOWN);
    return new ConfusionMatrix(List.copyOf(people), times);
  }

  private static void count(
      Map<String, Map<String, Long>> times, String truth, String given, long n) {
    times.computeIfAbsent(truth, t -> new TreeMap<>()).merge(given, n, Long::sum);
  }

  ConfusionMatrix plus(ConfusionMatrix other) {
    TreeSet<String> all = new TreeSet<>(people);
    all.addAll(other.people);
    Map<String, Map<String, Long>> sum = new HashMap<>();
    for (ConfusionMatrix part : List.of(this, other)) {
      part.times.forEach((truth, row) -> row.forEach((given, n) -> count(sum, truth, given, n)));
    }
    return new ConfusionMatrix(List.copyOf(all), sum);
  }

  /** The true names, one a row: people, {@link Label#UNKNOWN}, {@link #NO_FACE}. */
  public List<String> rows() {
    return with(Label.UNKNOWN, NO_FACE);
  }

  /** The given names: people, {@link Label#UNKNOWN}, {@link Evaluation#MISSED}. */
  public List<String> columns() {
    return with(Label.UNKNOWN, Evaluation.MISSED);
  }

  private List<String> with(String... more) {
    List<String> names = new ArrayList<>(people);
    names.addAll(List.of(more));
    return names;
  }

  /** How often a face with this true name was given that name. */
  public long times(String truth, String given) {
    return times.getOrDefault(truth, Map.of()).getOrDefault(given, 0L);
  }
}
