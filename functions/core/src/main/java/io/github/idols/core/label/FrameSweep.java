package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import io.github.idols.core.track.Track;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Goes through a video's frames and says which faces are on each. */
final class FrameSweep {
  private static final Comparator<FaceOnFrame> LEFT_TO_RIGHT =
      Comparator.comparingDouble((FaceOnFrame face) -> face.box().x())
          .thenComparingDouble(face -> face.box().y())
          .thenComparingInt(FaceOnFrame::track);

  private FrameSweep() {}

  /** What is done with a frame. */
  interface Visitor {
    /**
     * Takes one frame.
     *
     * @param faces from left to right
     */
    void frame(long frame, List<FaceOnFrame> faces) throws IOException;
  }

  /** Visits the frames that have a face, in order. */
  static void visit(Labels labels, Visitor visitor) throws IOException {
    List<Label> all = labels.labels();
    TreeMap<Long, List<Integer>> starts = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      starts.computeIfAbsent(all.get(i).track().firstFrame(), f -> new ArrayList<>()).add(i);
    }
    List<Integer> active = new ArrayList<>();
    while (!starts.isEmpty()) {
      for (long frame = starts.firstKey(); ; frame++) {
        List<Integer> starting = starts.remove(frame);
        if (starting != null) {
          active.addAll(starting);
        }
        long now = frame;
        active.removeIf(i -> all.get(i).track().lastFrame() < now);
        if (active.isEmpty()) {
          break;
        }
        List<FaceOnFrame> faces = new ArrayList<>(active.size());
        for (int i : active) {
          faces.add(new FaceOnFrame(i, all.get(i), boxAt(all.get(i).track(), frame)));
        }
        faces.sort(LEFT_TO_RIGHT);
        visitor.frame(frame, faces);
      }
    }
  }

  /** Tracks have no gaps, so a box is found by its distance from the first. */
  private static Box boxAt(Track track, long frame) {
    return track.boxes().get((int) (frame - track.firstFrame())).box();
  }
}
