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
  /** {@link Thumbnail#difference} above which two frames are of two shots. */
  static final double OTHER_SHOT = 0.8;

  /** Frames over which a cross-fade is looked for: a quick one, and one of a second. */
  private static final int[] FADES = {9, 25};

  private final Deque<Thumbnail> latest = new ArrayDeque<>();

  /**
   * Takes the next frame.
   *
   * @return how many frames ago a new shot began: 0 for a cut right before this frame, more in a
   *     cross-fade, -1 when the shot goes on
   */
  int next(Thumbnail frame) {
    int began = -1;
    if (!latest.isEmpty()) {
      if (frame.difference(latest.getFirst()) > OTHER_SHOT) {
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
