package io.github.idols.core.score;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One clip's labels put against its truth, shot by shot; several make a {@link Score}.
 *
 * <p>Immutable.
 */
public final class ScoredClip {
  private final Clip clip;
  private final List<MatchedFrame> frames;
  private final Shots shots;
  private final List<FaceTrack> tracks;
  private final Evaluation evaluation;
  private final List<Evaluation> byShot;

  private ScoredClip(Clip clip, List<MatchedFrame> frames, Shots shots) {
    this.clip = clip;
    this.frames = frames;
    this.shots = shots;
    tracks = FollowFaces.follow(frames, shots);
    evaluation = Evaluation.of(clip.truth(), clip.labels(), clip.every());
    byShot = evaluateShots();
  }

  /**
   * Compares the labels of a clip with its truth.
   *
   * @throws IllegalArgumentException when a true box has no size
   */
  public static ScoredClip of(Clip clip) {
    List<MatchedFrame> frames = MatchedFrame.of(clip);
    return new ScoredClip(clip, frames, Shots.of(clip, frames));
  }

  private List<Evaluation> evaluateShots() {
    Map<Integer, List<LabelRow>> truth = new TreeMap<>();
    Map<Integer, List<LabelRow>> labels = new TreeMap<>();
    clip.truth().forEach(row -> add(row, truth));
    clip.labels().forEach(row -> add(row, labels));
    TreeSet<Integer> numbers = new TreeSet<>(truth.keySet());
    numbers.addAll(labels.keySet());
    return numbers.stream()
        .map(
            shot ->
                Evaluation.of(
                    truth.getOrDefault(shot, List.of()), labels.getOrDefault(shot, List.of()), 1))
        .toList();
  }

  private void add(LabelRow row, Map<Integer, List<LabelRow>> shotRows) {
    if (row.frame() % clip.every() == 0) {
      shotRows.computeIfAbsent(shots.of(row.frame()), s -> new ArrayList<>()).add(row);
    }
  }

  /** What the labels do wrong, the longest mistakes first. */
  public List<Mistake> mistakes() {
    return FindMistakes.of(frames, tracks, shots);
  }

  /** Frames a second, where they are known. */
  public OptionalDouble frameRate() {
    return clip.frameRate();
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /** What was counted in each shot that has a face or a label. */
  List<Evaluation> byShot() {
    return byShot;
  }

  List<MatchedFrame> frames() {
    return frames;
  }

  List<FaceTrack> tracks() {
    return tracks;
  }

  /** Tracks of idols that are right, or of strangers. */
  Share tracksRight(boolean idols) {
    List<FaceTrack> such = tracks.stream().filter(t -> t.isIdol() == idols).toList();
    return new Share(such.stream().filter(FaceTrack::isRight).count(), such.size());
  }

  /** Idols' names that stand, counted from the left among the frame's, where the true ones do. */
  Share leftToRight() {
    long right = 0;
    long all = 0;
    for (MatchedFrame frame : frames) {
      List<String> truth = leftToRight(frame.faces().stream().map(MatchedFace::truth).toList());
      List<String> given = leftToRight(frame.labels().toList());
      all += truth.size();
      for (int i = 0; i < Math.min(truth.size(), given.size()); i++) {
        right += truth.get(i).equals(given.get(i)) ? 1 : 0;
      }
    }
    return new Share(right, all);
  }

  private static List<String> leftToRight(List<LabelRow> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparingDouble((LabelRow row) -> row.box().x())
                .thenComparingDouble(row -> row.box().y()))
        .filter(LabelRow::isKnown)
        .map(LabelRow::name)
        .toList();
  }

  /** From the first frame of the video to the last with a face or a label. */
  OptionalDouble minutes() {
    long length = frames.isEmpty() ? 0 : frames.get(frames.size() - 1).number() + clip.every();
    return clip.frameRate().isPresent()
        ? OptionalDouble.of(length / clip.frameRate().getAsDouble() / 60)
        : OptionalDouble.empty();
  }

  Map<String, ScreenTime> screenTimes() {
    return ScreenTime.of(
        frames,
        clip.frameRate().isPresent()
            ? OptionalDouble.of(clip.every() / clip.frameRate().getAsDouble())
            : OptionalDouble.empty());
  }
}
