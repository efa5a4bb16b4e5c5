package io.github.idols.core.score;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * How right the labels of one clip or of several are, and how far the figures can be trusted. Each
 * face counts as one, whichever clip it is in.
 *
 * @param clips how many
 * @param evaluation the figures frame by frame
 * @param leftToRight idols' names that stand, counted from the left, where the true ones do
 * @param idolTracks true faces of idols followed through a shot that carry the right name on most
 *     of their frames
 * @param strangerTracks the same of strangers that carry no idol's name on most of their frames
 * @param minutes length of the clips, where all frame rates are known
 * @param screenTimes by person, in alphabetical order
 * @param matrix how often which true face got which name
 * @param shots how many were resampled
 * @param intervals of the main figures; none when there are fewer than two shots
 */
public record Score(
    int clips,
    Evaluation evaluation,
    Share leftToRight,
    Share idolTracks,
    Share strangerTracks,
    OptionalDouble minutes,
    List<ScreenTime> screenTimes,
    ConfusionMatrix matrix,
    int shots,
    List<Interval> intervals) {
  public Score {
    screenTimes = List.copyOf(screenTimes);
    intervals = List.copyOf(intervals);
  }

  /**
   * Takes clips together; their shots are resampled as if they were one video's.
   *
   * @throws IllegalArgumentException when there is no clip
   */
  public static Score of(List<ScoredClip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("a score needs at least one clip");
    }
    TreeMap<String, ScreenTime> times = new TreeMap<>();
    clips.forEach(
        c -> c.screenTimes().forEach((name, t) -> times.merge(name, t, ScreenTime::plus)));
    List<Evaluation> shots = clips.stream().flatMap(clip -> clip.byShot().stream()).toList();
    return new Score(
        clips.size(),
        sum(clips.stream().map(ScoredClip::evaluation), Evaluation::plus),
        sum(clips.stream().map(ScoredClip::leftToRight), Share::plus),
        sum(clips.stream().map(clip -> clip.tracksRight(true)), Share::plus),
        sum(clips.stream().map(clip -> clip.tracksRight(false)), Share::plus),
        minutes(clips),
        List.copyOf(times.values()),
        sum(clips.stream().map(clip -> ConfusionMatrix.of(clip.frames())), ConfusionMatrix::plus),
        shots.size(),
        ShotBootstrap.intervals(shots));
  }

  private static <T> T sum(Stream<T> parts, BinaryOperator<T> plus) {
    return parts.reduce(plus).orElseThrow();
  }

  private static OptionalDouble minutes(List<ScoredClip> clips) {
    return clips.stream().allMatch(clip -> clip.minutes().isPresent())
        ? OptionalDouble.of(clips.stream().mapToDouble(c -> c.minutes().orElseThrow()).sum())
        : OptionalDouble.empty();
  }

  /** Idols' and strangers' tracks together. */
  public Share tracks() {
    return idolTracks.plus(strangerTracks);
  }

  /** Changes of name a minute of video, where its length is known. */
  public OptionalDouble flipsAMinute() {
    return minutes.isPresent() && minutes.getAsDouble() > 0
        ? OptionalDouble.of(evaluation.flips() / minutes.getAsDouble())
        : OptionalDouble.empty();
  }

  /** One figure a line, {@code key: value}: first those of {@link Evaluation#lines}. */
  public List<String> lines() {
    return ScoreLines.of(this);
  }
}
