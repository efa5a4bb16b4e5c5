package io.github.idols.core.score;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.score.FaceTrack.Sighting;
import io.github.idols.core.score.Mistake.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers the mistakes of a clip's labels into runs of frames. */
final class FindMistakes {
  private FindMistakes() {}

  /** What is wrong with a face on a frame. */
  private record Wrong(Kind kind, String given) {}

  /** All mistakes, the longest first. */
  static List<Mistake> of(List<MatchedFrame> frames, List<FaceTrack> tracks, Shots shots) {
    List<Mistake> mistakes = new ArrayList<>();
    for (FaceTrack track : tracks) {
      runs(track.sightings(), false, mistakes);
    }
    // Labels without a face are followed by the same rule as faces.
    for (FaceTrack track : FollowFaces.follow(strays(frames), shots)) {
      runs(track.sightings(), true, mistakes);
    }
    mistakes.sort(
        Comparator.comparingInt(Mistake::frames)
            .reversed()
            .thenComparingLong(Mistake::firstFrame)
            .thenComparing(Mistake::kind));
    return mistakes;
  }

  private static List<MatchedFrame> strays(List<MatchedFrame> frames) {
    return frames.stream()
        .map(
            frame ->
                new MatchedFrame(
                    frame.number(),
                    frame.strays().stream()
                        .filter(LabelRow::isKnown)
                        .map(stray -> new MatchedFace(stray, Optional.of(stray)))
                        .toList(),
                    List.of()))
        .toList();
  }

  private static void runs(List<Sighting> sightings, boolean stray, List<Mistake> mistakes) {
    for (int from = 0; from < sightings.size(); ) {
      Optional<Wrong> wrong = wrong(sightings.get(from).face(), stray);
      int to = from + 1;
      while (to < sightings.size() && wrong(sightings.get(to).face(), stray).equals(wrong)) {
        to++;
      }
      List<Sighting> run = sightings.subList(from, to);
      wrong.ifPresent(w -> mistakes.add(mistake(w, run)));
      from = to;
    }
  }

  private static Mistake mistake(Wrong wrong, List<Sighting> run) {
    Sighting middle = run.get(run.size() / 2);
    LabelRow truth = middle.face().truth();
    boolean stray = wrong.kind() == Kind.NO_FACE;
    return new Mistake(
        wrong.kind(),
        stray ? ConfusionMatrix.NO_FACE : truth.name(),
        wrong.given(),
        run.get(0).frame(),
        run.get(run.size() - 1).frame(),
        run.size(),
        middle.frame(),
        stray ? Optional.empty() : Optional.of(truth.box()),
        middle.face().label().map(LabelRow::box));
  }

  private static Optional<Wrong> wrong(MatchedFace face, boolean stray) {
    String given = face.given().orElse(Evaluation.MISSED);
    if (stray) {
      return Optional.of(new Wrong(Kind.NO_FACE, given));
    }
    if (face.isRight()) {
      return Optional.empty();
    }
    Kind kind =
        !face.isIdol()
            ? Kind.STRANGER_NAMED
            : face.given().isEmpty()
                ? Kind.MISSED
                : given.equals(Label.UNKNOWN) ? Kind.NOT_NAMED : Kind.WRONG_NAME;
    return Optional.of(new Wrong(kind, given));
  }
}
