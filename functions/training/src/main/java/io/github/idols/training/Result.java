package io.github.idols.training;

import io.github.idols.core.classify.SoftmaxHead;
import io.github.idols.core.face.Embedding;
import java.util.List;
import java.util.Locale;

/**
 * How many faces a head names rightly.
 *
 * @param times for each true person, how often each was named
 */
record Result(List<List<Integer>> times) {
  /** Names every face, whoever it may be. */
  static Result of(SoftmaxHead head, List<List<Embedding>> people) {
    return new Result(
        people.stream()
            .map(
                faces -> {
                  Integer[] row = new Integer[head.people()];
                  java.util.Arrays.fill(row, 0);
                  faces.forEach(face -> row[head.best(face)]++);
                  return List.of(row);
                })
            .toList());
  }

  int right() {
    int right = 0;
    for (int p = 0; p < times.size(); p++) {
      right += times.get(p).get(p);
    }
    return right;
  }

  int all() {
    return times.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  /** For instance {@code 98.61 % (71 of 72)}. */
  @Override
  public String toString() {
    return all() == 0
        ? "no pictures"
        : String.format(Locale.ROOT, "%.2f %% (%d of %d)", 100.0 * right() / all(), right(), all());
  }
}
