package io.github.idols.core.label;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which unknown tracks are one stranger, so that a stranger can be named once for the
 * whole video: agglomerative clustering with average linkage, in which tracks that are on screen
 * together never meet.
 *
 * <p>Strangers are numbered from 1 in the order in which they appear.
 */
final class GroupUnknown {
  /** Mean cosine of two strangers' tracks from which they are one. */
  private static final double SAME_PERSON = 0.6;

  /** Labels with the strangers' numbers, in the same order. */
  List<Label> group(List<Label> labels) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.get(i).isKnown()) {
        groups.add(new ArrayList<>(List.of(i)));
      }
    }
    List<Optional<Embedding>> faces = labels.stream().map(l -> l.track().face()).toList();
    merge(groups, labels, faces);
    groups.sort(
        Comparator.comparingLong(
            group ->
                group.stream()
                    .mapToLong(i -> labels.get(i).track().firstFrame())
                    .min()
                    .orElseThrow()));
    List<Label> numbered = new ArrayList<>(labels);
    for (int g = 0; g < groups.size(); g++) {
      for (int i : groups.get(g)) {
        numbered.set(i, labels.get(i).ofStranger(g + 1));
      }
    }
    return numbered;
  }

  private record Pair(int a, int b, double likeness) {}

  private static void merge(
      List<List<Integer>> groups, List<Label> labels, List<Optional<Embedding>> faces) {
    while (true) {
      Pair closest = new Pair(-1, -1, SAME_PERSON);
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size(); b++) {
          double likeness = likeness(groups.get(a), groups.get(b), labels, faces);
          if (likeness > closest.likeness) {
            closest = new Pair(a, b, likeness);
          }
        }
      }
      if (closest.a < 0) {
        return;
      }
      groups.get(closest.a).addAll(groups.remove(closest.b));
    }
  }

  /** The mean cosine; -1 where some are on screen together or have no look. */
  private static double likeness(
      List<Integer> one, List<Integer> other, List<Label> labels, List<Optional<Embedding>> faces) {
    double sum = 0;
    for (int i : one) {
      for (int j : other) {
        Track a = labels.get(i).track();
        Track b = labels.get(j).track();
        if (a.isTogether(b) || faces.get(i).isEmpty() || faces.get(j).isEmpty()) {
          return -1;
        }
        sum += faces.get(i).get().cosine(faces.get(j).get());
      }
    }
    return sum / (one.size() * other.size());
  }
}
