package io.github.idols.vision.render;

import io.github.idols.core.face.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds places for name plates: inside the frame, off the faces and off each other as far as that
 * goes.
 *
 * <p>Above the box is best, then below it, then beside it. A place that was taken for the same
 * track on the frame before is kept unless another is clearly better, so that plates do not jump to
 * and fro. It remembers the frame before; not safe for use by several threads.
 */
final class PlateLayout {
  // Costs are shares of the plate that is covered; these weigh what is covered.
  private static final double ON_OWN_FACE = 4;
  private static final double ON_OTHER_FACE = 1.5;
  private static final double ON_PLATE = 3;

  /** What a place costs more than the one before it in the order of liking. */
  private static final double NEXT_BEST = 0.08;

  /** What a new place has to be better by. */
  private static final double LOYALTY = 0.3;

  /** A plate's size. */
  record Plate(Mark mark, int width, int height) {}

  private Map<Integer, Integer> before = new HashMap<>();

  /**
   * Places plates on one frame, one after the other.
   *
   * @param plates the most important first
   * @param gap pixels between box and plate
   * @return places in the order of the plates, whole pixels, inside the frame wherever the plate is
   *     smaller than the frame
   */
  List<Box> place(List<Plate> plates, double gap, int frameWidth, int frameHeight) {
    Map<Integer, Integer> now = new HashMap<>();
    List<Box> placed = new ArrayList<>(plates.size());
    for (Plate plate : plates) {
      List<Box> places = places(plate, gap, frameWidth, frameHeight);
      int usual = before.getOrDefault(plate.mark().track(), -1);
      int best = 0;
      double least = Double.MAX_VALUE;
      for (int i = 0; i < places.size(); i++) {
        double cost = cost(plate, places.get(i), plates, placed) + i * NEXT_BEST;
        cost -= i == usual ? LOYALTY : 0;
        if (cost < least) {
          least = cost;
          best = i;
        }
      }
      placed.add(places.get(best));
      now.put(plate.mark().track(), best);
    }
    before = now;
    return placed;
  }

  private static List<Box> places(Plate plate, double gap, int frameWidth, int frameHeight) {
    Box box = plate.mark().box();
    double left = box.x() - gap;
    double right = box.right() + gap - plate.width();
    double above = box.y() - gap - plate.height();
    double below = box.bottom() + gap;
    double leftOf = box.x() - gap - plate.width();
    double rightOf = box.right() + gap;
    double[][] corners = {
      {left, above},
      {right, above},
      {left, below},
      {right, below},
      {rightOf, box.y()},
      {leftOf, box.y()},
      {rightOf, below - plate.height()},
      {leftOf, below - plate.height()},
      {left, above - plate.height()},
      {left, below + plate.height()}
    };
    List<Box> places = new ArrayList<>(corners.length);
    for (double[] corner : corners) {
      double x = Math.rint(Math.max(0, Math.min(frameWidth - plate.width(), corner[0])));
      double y = Math.rint(Math.max(0, Math.min(frameHeight - plate.height(), corner[1])));
      places.add(new Box(x, y, plate.width(), plate.height()));
    }
    return places;
  }

  private static double cost(Plate plate, Box place, List<Plate> plates, List<Box> placed) {
    double cost = 0;
    for (Plate other : plates) {
      double weight = other.mark().track() == plate.mark().track() ? ON_OWN_FACE : ON_OTHER_FACE;
      cost += weight * other.mark().box().intersection(place);
    }
    for (Box taken : placed) {
      cost += ON_PLATE * taken.intersection(place);
    }
    return cost / place.area();
  }
}
