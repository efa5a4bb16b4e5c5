package io.github.idols.core.score;

import io.github.idols.core.label.FacePairs;
import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A frame with its true faces and its labels put together.
 *
 * @param number of the frame, from 0
 * @param faces the true faces, in the order of the truth
 * @param strays labels at whose place there is no true face
 */
public record MatchedFrame(long number, List<MatchedFace> faces, List<LabelRow> strays) {
  public MatchedFrame {
    faces = List.copyOf(faces);
    strays = List.copyOf(strays);
  }

  /** All labels on it. */
  Stream<LabelRow> labels() {
    return Stream.concat(faces.stream().flatMap(f -> f.label().stream()), strays.stream());
  }

  /**
   * The frames of a clip that have a face or a label and count, in order.
   *
   * @throws IllegalArgumentException when a true box has no size
   */
  static List<MatchedFrame> of(Clip clip) {
    SortedMap<Long, List<LabelRow>> truth = LabelRow.byFrame(clip.truth(), clip.every());
    SortedMap<Long, List<LabelRow>> labels = LabelRow.byFrame(clip.labels(), clip.every());
    SortedMap<Long, List<LabelRow>> all = new TreeMap<>(truth);
    all.putAll(labels);
    return all.keySet().stream()
        .map(
            number ->
                match(
                    number,
                    truth.getOrDefault(number, List.of()),
                    labels.getOrDefault(number, List.of())))
        .toList();
  }

  private static MatchedFrame match(long number, List<LabelRow> truth, List<LabelRow> labels) {
    int[] labelOf = FacePairs.labelOf(truth, labels);
    List<MatchedFace> faces = new ArrayList<>();
    boolean[] taken = new boolean[labels.size()];
    for (int i = 0; i < truth.size(); i++) {
      int j = labelOf[i];
      if (j >= 0) {
        taken[j] = true;
      }
      faces.add(
          new MatchedFace(truth.get(i), j < 0 ? Optional.empty() : Optional.of(labels.get(j))));
    }
    List<LabelRow> strays = new ArrayList<>();
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        strays.add(labels.get(j));
      }
    }
    return new MatchedFrame(number, faces, strays);
  }
}
