package io.github.idols.core.score;

import io.github.idols.core.label.LabelRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How long one person is on screen, in truth and by the labels, wherever on the picture.
 *
 * @param person the name
 * @param trueFrames frames with one of the person's faces
 * @param labelledFrames frames with a label of that name
 * @param trueSeconds the same in seconds, where the frame rate is known
 * @param labelledSeconds the same in seconds, where the frame rate is known
 */
public record ScreenTime(
    String person,
    long trueFrames,
    long labelledFrames,
    OptionalDouble trueSeconds,
    OptionalDouble labelledSeconds) {
  /**
   * One for each person, by name.
   *
   * @param seconds how long a frame that counts stands for
   */
  static Map<String, ScreenTime> of(List<MatchedFrame> frames, OptionalDouble seconds) {
    Map<String, Long> trueFrames = new HashMap<>();
    Map<String, Long> labelled = new HashMap<>();
    for (MatchedFrame frame : frames) {
      frame.faces().stream()
          .map(face -> face.truth().name())
          .distinct()
          .forEach(name -> trueFrames.merge(name, 1L, Long::sum));
      frame
          .labels()
          .map(LabelRow::name)
          .distinct()
          .forEach(name -> labelled.merge(name, 1L, Long::sum));
    }
    return ConfusionMatrix.of(frames).people().stream()
        .map(
            name ->
                of(
                    name,
                    trueFrames.getOrDefault(name, 0L),
                    labelled.getOrDefault(name, 0L),
                    seconds))
        .collect(Collectors.toMap(ScreenTime::person, time -> time));
  }

  private static ScreenTime of(String name, long truth, long labelled, OptionalDouble seconds) {
    return new ScreenTime(name, truth, labelled, times(truth, seconds), times(labelled, seconds));
  }

  private static OptionalDouble times(long frames, OptionalDouble seconds) {
    return seconds.isPresent()
        ? OptionalDouble.of(frames * seconds.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The same person's times in two videos together. */
  ScreenTime plus(ScreenTime other) {
    return new ScreenTime(
        person,
        trueFrames + other.trueFrames,
        labelledFrames + other.labelledFrames,
        plus(trueSeconds, other.trueSeconds),
        plus(labelledSeconds, other.labelledSeconds));
  }

  private static OptionalDouble plus(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() + b.getAsDouble())
        : OptionalDouble.empty();
  }

  /** How much too long the labels are, in percent of the true time; nothing when that is 0. */
  public OptionalDouble errorPercent() {
    if (trueFrames == 0) {
      return OptionalDouble.empty();
    }
    double truth = trueSeconds.orElse((double) trueFrames);
    return OptionalDouble.of(
        100 * (labelledSeconds.orElse((double) labelledFrames) - truth) / truth);
  }
}
