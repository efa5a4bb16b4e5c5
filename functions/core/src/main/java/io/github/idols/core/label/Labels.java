package io.github.idols.core.label;

import io.github.idols.core.gallery.PersonNames;
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
 * @param names what people are called in other scripts; who has no other name is not among them
 */
public record Labels(
    VideoInfo video,
    List<Long> framePts,
    List<String> people,
    List<Shot> shots,
    List<Label> labels,
    List<PersonNames> names) {
  public Labels {
    framePts = List.copyOf(framePts);
    people = List.copyOf(people);
    shots = List.copyOf(shots);
    labels = List.copyOf(labels);
    names = List.copyOf(names);
  }

  /** Of people who have one name each. */
  public Labels(
      VideoInfo video,
      List<Long> framePts,
      List<String> people,
      List<Shot> shots,
      List<Label> labels) {
    this(video, framePts, people, shots, labels, List.of());
  }

  /**
   * The same with names in other scripts.
   *
   * @param all of whomever, also of those who have one name only or are none of these people
   */
  public Labels withNames(List<PersonNames> all) {
    List<PersonNames> other =
        all.stream().filter(each -> each.hasOther() && people.contains(each.name())).toList();
    return new Labels(video, framePts, people, shots, labels, other);
  }

  public int frames() {
    return framePts.size();
  }
}
