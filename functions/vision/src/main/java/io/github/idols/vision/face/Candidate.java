package io.github.idols.vision.face;

import io.github.idols.core.face.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place that may hold a face, on its way through the three networks.
 *
 * @param box in pixels of the frame
 * @param score the last network's probability that it is a face, 0 to 1
 * @param better the box as the network would have it
 */
record Candidate(Box box, float score, Box better) {

  /** How the overlap of two boxes is measured. */
  enum Overlap {
    /** Intersection over union. */
    UNION {
      @Override
      double of(Box a, Box b) {
        return a.iou(b);
      }
    },
    /** Intersection over the smaller area: also drops boxes inside of larger ones. */
    SMALLER {
      @Override
      double of(Box a, Box b) {
        return a.intersection(b) / Math.max(1e-9, Math.min(a.area(), b.area()));
      }
    };

    /** 0 for boxes apart to 1 for equal ones. */
    abstract double of(Box a, Box b);
  }

  /**
   * Moves a box's edges as a network says.
   *
   * @param shifts by how much to move left, top, right and bottom edge, as shares of the box's
   *     width (left and right) or height
   * @param offset where in {@code shifts} the four begin
   */
  static Box shift(Box box, float[] shifts, int offset) {
    double x = box.x() + shifts[offset] * box.width();
    double y = box.y() + shifts[offset + 1] * box.height();
    double right = box.right() + shifts[offset + 2] * box.width();
    double bottom = box.bottom() + shifts[offset + 3] * box.height();
    return new Box(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
  }

  /** The square with a box's centre and its longer side. */
  static Box square(Box box) {
    double side = Math.max(box.width(), box.height());
    return new Box(box.centerX() - side / 2, box.centerY() - side / 2, side, side);
  }

  /** Non-maximum suppression: of boxes that overlap by more than a threshold the best one stays. */
  static List<Candidate> suppress(List<Candidate> candidates, double threshold, Overlap overlap) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparingDouble(Candidate::score).reversed());
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : sorted) {
      boolean free = true;
      for (Candidate better : kept) {
        if (overlap.of(candidate.box, better.box) > threshold) {
          free = false;
          break;
        }
      }
      if (free) {
        kept.add(candidate);
      }
    }
    return kept;
  }
}
