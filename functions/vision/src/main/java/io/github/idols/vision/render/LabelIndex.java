package io.github.idols.vision.render;

import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be drawn on each frame of a video. Immutable and safe for use by several threads. */
public final class LabelIndex {
  private static final String SMALL_UNKNOWN = "?";

  /** As the page calls them. */
  private static final String STRANGER = "Unknown ";

  private final Map<Long, List<Mark>> marks = new HashMap<>();

  private LabelIndex() {}

  /** Arranges a video's labels by frames. */
  public static LabelIndex of(Labels labels) {
    LabelIndex index = new LabelIndex();
    for (int track = 0; track < labels.labels().size(); track++) {
      index.add(track, labels.labels().get(track), labels);
    }
    return index;
  }

  private void add(int track, Label label, Labels labels) {
    boolean small =
        LabelPainter.isSmall(
            medianHeight(label.track()), labels.video().width(), labels.video().height());
    int person = Mark.UNKNOWN;
    String name = small ? SMALL_UNKNOWN : unknown(label);
    if (label.isKnown()) {
      int place = labels.people().indexOf(label.name());
      // A corrected label may carry a name that the gallery lacks.
      person = place < 0 ? labels.people().size() : place;
      name = label.name();
    }
    for (TrackBox box : label.track().boxes()) {
      marks
          .computeIfAbsent(box.frame(), frame -> new ArrayList<>())
          .add(new Mark(track, box.box(), name, person, small));
    }
  }

  private static String unknown(Label label) {
    return label.stranger() > 0 ? STRANGER + label.stranger() : Label.UNKNOWN;
  }

  private static double medianHeight(Track track) {
    double[] heights = track.boxes().stream().mapToDouble(b -> b.box().height()).sorted().toArray();
    return heights[heights.length / 2];
  }

  /**
   * What is to be drawn on a frame.
   *
   * @param frame number in presentation order, from 0 at the beginning of the video
   */
  public List<Mark> at(long frame) {
    return List.copyOf(marks.getOrDefault(frame, List.of()));
  }
}
