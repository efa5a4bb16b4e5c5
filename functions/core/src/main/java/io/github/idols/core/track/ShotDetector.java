package io.github.idols.core.track;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds where one shot ends and the next begins: cuts, and cross-fades of up to a second.
 *
 * <p>Takes the frames of a chunk one after another. Not safe for use by several threads.
 */
final class ShotDetector {
  /** {@link Thumbnail#difference} above which two frames are of two shots, whatever came before. */
  static final double OTHER_SHOT = 0.8;

  /**
   * The same for two frames in a row where little moved before: cuts between alike pictures, two
   * close-ups for instance. Fast dance in a close-up was measured at up to 0.35 a frame.
   */
  private static final double QUIET_CUT = 0.4;

  /** How many times as large as the differences right before a quiet cut must be. */
  private static final double STANDS_OUT = 4;

  /** Frames right before a cut by which it is judged whether little moved. */
  private static final int BEFORE = 6;

  /** Frames over which a cross-fade is looked for: a quick one, and one of a second. */
  private static final int[] FADES = {9, 25};

  private final Deque<Thumbnail> latest = new ArrayDeque<>();
  private final Deque<Double> changes = new ArrayDeque<>();

  /**
   * Takes the next frame.
   *
   * @return how many frames ago a new shot began: 0 for a cut right before this frame, more in a
   *     cross-fade, -1 when the shot goes on
   */
  int next(Thumbnail frame) {
    int began = -1;
    if (!latest.isEmpty()) {
      double change = frame.difference(latest.getFirst());
      boolean standsOut = change > QUIET_CUT && change > STANDS_OUT * motion();
      changes.addFirst(change);
      if (changes.size() > BEFORE) {
        changes.removeLast();
      }
      if (change > OTHER_SHOT || standsOut) {
        began = 0;
      } else {
        for (int length : FADES) {
          if (latest.size() >= length && isFade(frame, length)) {
            began = length / 2;
            break;
          }
        }
      }
    }
    if (began >= 0) {
      latest.clear();
    }
    latest.addFirst(frame);
    if (latest.size() > FADES[FADES.length - 1]) {
      latest.removeLast();
    }
    return began;
  }

  /** The mean difference of the latest frames, one to the next, over cuts too. */
  private double motion() {
    return changes.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private boolean isFade(Thumbnail frame, int length) {
    Iterator<Thumbnail> back = latest.iterator();
    Thumbnail middle = frame;
    Thumbnail from = frame;
    for (int i = 1; i <= length; i++) {
      from = back.next();
      if (i == (length + 1) / 2) {
        middle = from;
      }
    }
    return frame.difference(from) > OTHER_SHOT && middle.isMixtureOf(from, frame);
  }
}
