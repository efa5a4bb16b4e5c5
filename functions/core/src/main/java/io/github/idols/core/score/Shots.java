package io.github.idols.core.score;

import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where the shots of a clip begin.
 *
 * <p>Where nobody says, the truth tells: a shot begins where no true face goes on, that is where
 * none has a box that overlaps one of the same name on the true frame before, or where no true face
 * was for more than {@link #LONG_GAP} steps. A step is the usual distance of true frames that
 * follow each other. Cuts on which a face stays in its place are not seen, so that shots come out
 * too long rather than too short, and intervals too wide rather than too narrow.
 */
final class Shots {
  /** Steps without a face that begin a new shot: half a second of 24 frames a second. */
  static final int LONG_GAP = 12;

  private final NavigableSet<Long> starts;
  private final long step;

  private Shots(NavigableSet<Long> starts, long step) {
    this.starts = starts;
    this.step = step;
  }

  /** The shots that the clip names, or else those that its truth tells. */
  static Shots of(Clip clip, List<MatchedFrame> frames) {
    List<MatchedFrame> truth = frames.stream().filter(f -> !f.faces().isEmpty()).toList();
    long step = step(truth);
    return clip.shotStarts().isEmpty()
        ? new Shots(derive(truth, step), step)
        : new Shots(new TreeSet<>(clip.shotStarts()), step);
  }

  /** Usual distance of a true frame from the one before; at least 1. */
  long step() {
    return step;
  }

  /** Number of the shot that a frame belongs to: the first shot's for whatever comes before it. */
  int of(long frame) {
    return Math.max(0, starts.headSet(frame, true).size() - 1);
  }

  /** The median, the lower one of two. */
  private static long step(List<MatchedFrame> frames) {
    List<Long> steps = new ArrayList<>();
    for (int i = 1; i < frames.size(); i++) {
      steps.add(frames.get(i).number() - frames.get(i - 1).number());
    }
    steps.sort(null);
    return steps.isEmpty() ? 1 : steps.get((steps.size() - 1) / 2);
  }

  private static NavigableSet<Long> derive(List<MatchedFrame> frames, long step) {
    TreeSet<Long> starts = new TreeSet<>();
    for (int i = 0; i < frames.size(); i++) {
      MatchedFrame now = frames.get(i);
      if (i == 0
          || now.number() - frames.get(i - 1).number() > LONG_GAP * step
          || !goesOn(frames.get(i - 1), now)) {
        starts.add(now.number());
      }
    }
    return starts;
  }

  private static boolean goesOn(MatchedFrame before, MatchedFrame now) {
    return now.faces().stream()
        .anyMatch(face -> before.faces().stream().anyMatch(b -> overlap(b.truth(), face.truth())));
  }

  /** Whether both have one name and share some area. */
  static boolean overlap(LabelRow a, LabelRow b) {
    return a.name().equals(b.name()) && a.box().intersection(b.box()) > 0;
  }
}
