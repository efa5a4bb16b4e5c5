package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Says which label on a frame belongs to which true face; {@link Evaluation} has the rule. */
public final class FacePairs {
  private FacePairs() {}

  private record Pair(double distance, int face, int label) {}

  /**
   * Pairs the faces of one frame with its labels, whatever the names.
   *
   * @return for each face the position of its label, or -1
   * @throws IllegalArgumentException when a true box has no size
   */
  public static int[] labelOf(List<LabelRow> faces, List<LabelRow> given) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      for (int j = 0; j < given.size(); j++) {
        double distance = distance(faces.get(i), given.get(j).box());
        if (distance < 0.5) {
          pairs.add(new Pair(distance, i, j));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::distance)
            .thenComparingInt(Pair::face)
            .thenComparingInt(Pair::label));
    int[] labelOf = new int[faces.size()];
    Arrays.fill(labelOf, -1);
    boolean[] taken = new boolean[given.size()];
    for (Pair pair : pairs) {
      if (labelOf[pair.face()] < 0 && !taken[pair.label()]) {
        labelOf[pair.face()] = pair.label();
        taken[pair.label()] = true;
      }
    }
    return labelOf;
  }

  /** Of the centres, in longer sides of the true box; infinite when the sizes differ too much. */
  private static double distance(LabelRow face, Box label) {
    Box box = face.box();
    double side = Math.max(box.width(), box.height());
    if (side <= 0) {
      throw new IllegalArgumentException("a true box on frame " + face.frame() + " has no size");
    }
    double dx = box.centerX() - label.centerX();
    double dy = box.centerY() - label.centerY();
    double ratio = Math.max(label.width(), label.height()) / side;
    return ratio > 0.4 && ratio < 2.5
        ? Math.sqrt(dx * dx + dy * dy) / side
        : Double.POSITIVE_INFINITY;
  }
}
