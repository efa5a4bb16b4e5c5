package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of a labels file: a face on a frame.
 *
 * @param frame number of the frame, from 0
 * @param box in source pixels
 * @param name a person, or {@link Label#UNKNOWN}
 */
public record LabelRow(long frame, Box box, String name) {
  /** Whether it names somebody of the gallery. */
  public boolean isKnown() {
    return !name.equals(Label.UNKNOWN);
  }

  /**
   * Rows by their frames, those of a frame in the order in which they come.
   *
   * @param every only frames whose number is divisible by it; at least 1
   */
  public static SortedMap<Long, List<LabelRow>> byFrame(List<LabelRow> rows, int every) {
    SortedMap<Long, List<LabelRow>> frames = new TreeMap<>();
    for (LabelRow row : rows) {
      if (row.frame() % every == 0) {
        frames.computeIfAbsent(row.frame(), f -> new ArrayList<>()).add(row);
      }
    }
    return frames;
  }
}
