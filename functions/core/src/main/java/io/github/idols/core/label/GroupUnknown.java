package io.github.idols.core.label;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    List<Integer> unknown =
        IntStream.range(0, labels.size()).filter(i -> !labels.get(i).isKnown()).boxed().toList();
    List<List<Integer>> groups =
        new Clusters(unknown.stream().map(i -> labels.get(i).track()).toList()).merged();
    groups.sort(
        Comparator.comparingLong(
            group ->
                group.stream()
                    .mapToLong(i -> labels.get(unknown.get(i)).track().firstFrame())
                    .min()
                    .orElseThrow()));
    List<Label> numbered = new ArrayList<>(labels);
    for (int g = 0; g < groups.size(); g++) {
      for (int i : groups.get(g)) {
        int label = unknown.get(i);
        numbered.set(label, labels.get(label).ofStranger(g + 1));
      }
    }
    return numbered;
  }

  /**
   * Tracks on their way into groups, by nearest-neighbour chains (F. Murtagh 1983): from any group
   * to the closest one, on to the closest of that, until two are the closest to each other. With
   * average linkage a merger brings nobody closer to a third, so that the groups are those of
   * always merging the closest two, in time that grows with the square of the tracks: a crowd has
   * thousands.
   */
  private static final class Clusters {
    private final List<List<Integer>> groups = new ArrayList<>();

    /** Sums of cosines between a group and each before it; minus infinity where they never meet. */
    private final float[][] sums;

    Clusters(List<Track> tracks) {
      List<Optional<Embedding>> faces = tracks.stream().map(Track::face).toList();
      sums = new float[tracks.size()][];
      for (int a = 0; a < sums.length; a++) {
        groups.add(new ArrayList<>(List.of(a)));
        sums[a] = new float[a];
        for (int b = 0; b < a; b++) {
          boolean canMeet =
              faces.get(a).isPresent()
                  && faces.get(b).isPresent()
                  && !tracks.get(a).isTogether(tracks.get(b));
          sums[a][b] =
              canMeet
                  ? (float) faces.get(a).get().cosine(faces.get(b).get())
                  : Float.NEGATIVE_INFINITY;
        }
      }
    }

    /** The groups when no two are alike any more. */
    List<List<Integer>> merged() {
      for (int start = 0; start < sums.length; start++) {
        while (mergeFrom(start)) {
          // Until whoever starts here is like nobody, or has gone into another group.
        }
      }
      return new ArrayList<>(groups.stream().filter(group -> !group.isEmpty()).toList());
    }

    /** Follows a chain to a pair and merges it; whether there was one. */
    private boolean mergeFrom(int start) {
      int before = -1;
      int here = start;
      while (isThere(here)) {
        int next = closestTo(here, before);
        if (next < 0 || mean(here, next) <= SAME_PERSON) {
          return false;
        }
        if (next == before) {
          merge(Math.min(here, next), Math.max(here, next));
          return true;
        }
        before = here;
        here = next;
      }
      return false;
    }

    private void merge(int into, int other) {
      for (int k = 0; k < sums.length; k++) {
        if (k != into && k != other && isThere(k)) {
          sums[Math.max(into, k)][Math.min(into, k)] += sum(other, k);
        }
      }
      groups.get(into).addAll(groups.get(other));
      groups.get(other).clear();
    }

    /**
     * The group with the largest mean cosine; -1 where there is none that can be met.
     *
     * @param favourite wins over its equals, so that chains end; -1 for none
     */
    private int closestTo(int a, int favourite) {
      int found = favourite;
      double most = favourite < 0 ? Double.NEGATIVE_INFINITY : mean(a, favourite);
      for (int b = 0; b < sums.length; b++) {
        if (b != a && isThere(b) && mean(a, b) > most) {
          found = b;
          most = mean(a, b);
        }
      }
      return found;
    }

    private boolean isThere(int a) {
      return !groups.get(a).isEmpty();
    }

    private float sum(int a, int b) {
      return sums[Math.max(a, b)][Math.min(a, b)];
    }

    private double mean(int a, int b) {
      return (double) sum(a, b) / ((double) groups.get(a).size() * groups.get(b).size());
    }
  }
}
