package io.github.idols.core.fancam;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which part of each frame a fancam shows. Immutable.
 *
 * @param person whom it follows
 * @param size of the pictures that are written
 * @param framePts presentation timestamp of each frame in ticks of the video's time base, in order
 * @param windows for each of these frames
 * @param framesWith on how many frames the person's face is known
 */
public record FancamPlan(
    String person,
    FancamSize size,
    List<Long> framePts,
    List<CropWindow> windows,
    long framesWith) {
  public FancamPlan {
    framePts = List.copyOf(framePts);
    windows = List.copyOf(windows);
    if (framePts.size() != windows.size()) {
      throw new IllegalArgumentException(
          "%d frames and %d windows".formatted(framePts.size(), windows.size()));
    }
  }

  /**
   * The window of the frame that is shown at this tick; by time and not by number, so that a chunk
   * needs not know how many frames are before it.
   *
   * @return nothing when the video that was planned has no such frame
   */
  public Optional<CropWindow> at(long pts) {
    int frame = Collections.binarySearch(framePts, pts);
    return frame < 0 ? Optional.empty() : Optional.of(windows.get(frame));
  }
}
