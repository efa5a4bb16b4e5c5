package io.github.idols.core.score;

import io.github.idols.core.label.LabelRow;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A video's truth and its labels.
 *
 * @param truth every face on every frame that was looked at
 * @param labels what is to be judged
 * @param every only frames whose number is divisible by it count; at least 1
 * @param frameRate frames a second, where it is known
 * @param shotStarts the first frame of each shot; empty where the truth is to tell: {@link Shots}
 */
public record Clip(
    List<LabelRow> truth,
    List<LabelRow> labels,
    int every,
    OptionalDouble frameRate,
    List<Long> shotStarts) {
  public Clip {
    if (every < 1) {
      throw new IllegalArgumentException("every " + every + " frames: it must be at least 1");
    }
    truth = List.copyOf(truth);
    labels = List.copyOf(labels);
    shotStarts = List.copyOf(shotStarts);
  }
}
