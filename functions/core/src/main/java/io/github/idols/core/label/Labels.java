package io.github.idols.core.label;

import io.github.idols.core.track.Shot;
import io.github.idols.core.video.VideoInfo;
import java.util.List;

/**
 * Everything that is known of the faces of one video.
 *
 * @param video the video
 * @param framePts presentation timestamp of each frame in ticks of the video's time base, in order
 * @param people names of the gallery's people, in the gallery's order
 * @param shots in order, together all frames
 * @param labels in the order of their first frames
 */
public record Labels(
    VideoInfo video,
    List<Long> framePts,
    List<String> people,
    List<Shot> shots,
    List<Label> labels) {
  public Labels {
    framePts = List.copyOf(framePts);
    people = List.copyOf(people);
    shots = List.copyOf(shots);
    labels = List.copyOf(labels);
  }

  public int frames() {
    return framePts.size();
  }
}
