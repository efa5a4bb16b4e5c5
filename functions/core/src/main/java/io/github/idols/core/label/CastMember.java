package io.github.idols.core.label;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long somebody of the gallery is on screen.
 *
 * @param seconds of the video, all scenes together
 */
public record CastMember(String name, double seconds) {
  /** Of all that have a name in a video, the longest first; equal ones as they come. */
  public static List<CastMember> of(Labels labels) {
    FrameTimes times = new FrameTimes(labels);
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Label label : labels.labels()) {
      if (label.isKnown()) {
        double from = times.start(label.track().firstFrame());
        double to = times.end(label.track().lastFrame());
        seconds.merge(label.name(), to - from, Double::sum);
      }
    }
    return seconds.entrySet().stream()
        .map(person -> new CastMember(person.getKey(), person.getValue()))
        .sorted(Comparator.comparingDouble(CastMember::seconds).reversed())
        .toList();
  }
}
