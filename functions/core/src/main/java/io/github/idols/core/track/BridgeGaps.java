package io.github.idols.core.track;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Joins tracks of one shot that are one face which was out of sight for a while: turned aside,
 * behind a hand, in a flash of light.
 *
 * <p>A track goes on in another that begins soon after its end, near its end, and shows the same
 * face. Two tracks of one face cost less than one track of two faces, so that all three are asked
 * for.
 */
final class BridgeGaps {
  /** Longest gap in frames: two seconds at the usual rate. */
  private static final int LONGEST = 48;

  /** Least overlap of the box before the gap and the one behind it. */
  private static final double NEAR = 0.2;

  /**
   * Least cosine of the two faces. (Measured on made clips: 9 % of pairs of two people reach it,
   * few of which stand in one place one after the other in one shot.)
   */
  private static final double SAME_FACE = 0.5;

  private record Bridge(int from, int to, double overlap) {}

  /**
   * The tracks of one shot, those of one face joined.
   *
   * @param tracks in any order
   */
  List<Track> bridge(List<Track> tracks) {
    List<Track> joined = new ArrayList<>(tracks);
    for (Optional<Bridge> best = best(joined); best.isPresent(); best = best(joined)) {
      Track from = joined.get(best.get().from);
      Track to = joined.get(best.get().to);
      joined.set(best.get().from, join(from, to));
      joined.remove(best.get().to);
    }
    return joined;
  }

  private static Optional<Bridge> best(List<Track> tracks) {
    List<Bridge> bridges = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      for (int j = 0; j < tracks.size(); j++) {
        Track from = tracks.get(i);
        Track to = tracks.get(j);
        long gap = to.firstFrame() - from.lastFrame() - 1;
        if (i != j && gap >= 0 && gap <= LONGEST) {
          double overlap = last(from).iou(to.boxes().get(0).box());
          // The place first: it costs next to nothing, and few pairs go on from there.
          if (overlap > NEAR && isSameFace(from, to)) {
            bridges.add(new Bridge(i, j, overlap));
          }
        }
      }
    }
    return bridges.stream()
        .filter(bridge -> !passesOver(bridge, bridges))
        .max(Comparator.comparingDouble(Bridge::overlap));
  }

  /** Whether the face is there in between: bridged over, it would have two boxes on one frame. */
  private static boolean passesOver(Bridge bridge, List<Bridge> bridges) {
    return bridges.stream()
        .filter(first -> first.from == bridge.from)
        .anyMatch(first -> bridges.stream().anyMatch(b -> b.from == first.to && b.to == bridge.to));
  }

  private static boolean isSameFace(Track from, Track to) {
    Optional<Embedding> face = to.face();
    return from.face()
        .filter(f -> face.isPresent() && f.cosine(face.get()) >= SAME_FACE)
        .isPresent();
  }

  private static Box last(Track track) {
    return track.boxes().get(track.boxes().size() - 1).box();
  }

  /** One track of both, with a straight way through the gap. */
  private static Track join(Track from, Track to) {
    List<TrackBox> boxes = new ArrayList<>(from.boxes());
    long steps = to.firstFrame() - from.lastFrame();
    for (long step = 1; step < steps; step++) {
      Box box = last(from).lerp(to.boxes().get(0).box(), (double) step / steps);
      boxes.add(new TrackBox(from.lastFrame() + step, box));
    }
    boxes.addAll(to.boxes());
    List<Evidence> evidence = new ArrayList<>(from.evidence());
    evidence.addAll(to.evidence());
    return new Track(boxes, evidence);
  }
}
