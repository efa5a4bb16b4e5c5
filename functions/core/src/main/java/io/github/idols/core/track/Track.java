package io.github.idols.core.track;

import java.util.List;

/**
 * One face, followed through the frames of one shot.
 *
 * @param boxes one a frame, without gaps, in the order of the frames; at least one
 * @param evidence looks at the face, in the order of the frames; may be empty
 */
public record Track(List<TrackBox> boxes, List<Evidence> evidence) {
  public Track {
    boxes = List.copyOf(boxes);
    evidence = List.copyOf(evidence);
    if (boxes.isEmpty()) {
      throw new IllegalArgumentException("a track has at least one box");
    }
  }

  public long firstFrame() {
    return boxes.get(0).frame();
  }

  public long lastFrame() {
    return boxes.get(boxes.size() - 1).frame();
  }
}
