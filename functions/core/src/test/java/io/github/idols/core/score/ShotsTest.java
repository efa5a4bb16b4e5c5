package io.github.idols.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShotsTest {
  private static final String LISA = ",100,100,50,50,lisa\n";
  private static final String LISA_ELSEWHERE = ",400,100,50,50,lisa\n";
  private static final String ROSE = ",100,100,50,50,rosé\n";

  @Test
  void aShotBeginsWhereNoTrueFaceGoesOn() throws IOException {
    assertEquals(
        List.of(0, 0, 1, 2, 2),
        shots(1, List.of(), 0 + LISA, 1 + LISA, 2 + ROSE, 3 + LISA_ELSEWHERE, 4 + LISA_ELSEWHERE));
  }

  @Test
  void oneFaceOfSeveralThatGoesOnHoldsTheShotTogether() throws IOException {
    assertEquals(
        List.of(0, 0), shots(1, List.of(), 0 + LISA + 0 + LISA_ELSEWHERE, 1 + LISA_ELSEWHERE));
  }

  @Test
  void aShotBeginsAfterALongTimeWithoutAFace() throws IOException {
    assertEquals(
        List.of(0, 0, 0, 0, 1),
        shots(1, List.of(), 0 + LISA, 1 + LISA, 2 + LISA, 14 + LISA, 27 + LISA));
  }

  @Test
  void aGapIsMeasuredInTheStepsOfTheTruth() throws IOException {
    assertEquals(
        List.of(0, 0, 0, 0), shots(1, List.of(), 0 + LISA, 50 + LISA, 100 + LISA, 300 + LISA));
    assertEquals(List.of(0, 0, 0), shots(30, List.of(), 0 + LISA, 30 + LISA, 60 + LISA));
  }

  @Test
  void shotsThatAreGivenCount() throws IOException {
    assertEquals(
        List.of(0, 0, 1, 1),
        shots(1, List.of(1L, 3L), 0 + LISA, 2 + ROSE, 3 + ROSE, 4 + LISA_ELSEWHERE));
  }

  @Test
  void aTrackEndsWithItsShotOrWhereTheFaceIsGone() throws IOException {
    assertEquals(List.of(4), tracks(List.of(), 0 + LISA, 1 + LISA, 2 + LISA, 3 + LISA));
    assertEquals(List.of(2, 2), tracks(List.of(0L, 2L), 0 + LISA, 1 + LISA, 2 + LISA, 3 + LISA));
    assertEquals(List.of(2, 1), tracks(List.of(), 0 + LISA, 1 + LISA, 3 + LISA));
    assertEquals(List.of(1, 2), tracks(List.of(), 0 + LISA, 1 + ROSE, 2 + ROSE));
  }

  @Test
  void strangersBesideEachOtherAreFollowedByTheirPlaces() throws IOException {
    String both = "%d,100,100,50,50,unknown\n%d,140,100,50,50,unknown\n";
    List<FaceTrack> tracks =
        FollowFaces.follow(
            frames(1, List.of(), both.formatted(0, 0), "1,138,100,50,50,unknown\n" + 1 + LISA),
            Shots.of(ScoreTest.clip("", "", 1, OptionalDouble.empty(), List.of(0L)), List.of()));

    assertEquals(List.of(1, 2, 1), tracks.stream().map(t -> t.sightings().size()).toList());
  }

  @Test
  void aTrackIsRightOnMoreThanHalfOfItsFrames() throws IOException {
    String truth = 0 + LISA + 1 + LISA;
    Clip half = ScoreTest.clip(truth, 0 + LISA, 1, OptionalDouble.empty(), List.of());
    Clip all = ScoreTest.clip(truth, truth, 1, OptionalDouble.empty(), List.of());

    assertEquals(0, ScoredClip.of(half).tracksRight(true).part());
    assertEquals(1, ScoredClip.of(all).tracksRight(true).part());
  }

  /** Sizes of the tracks. */
  private static List<Integer> tracks(List<Long> starts, String... truth) throws IOException {
    Clip clip = ScoreTest.clip(String.join("", truth), "", 1, OptionalDouble.empty(), starts);
    return ScoredClip.of(clip).tracks().stream().map(t -> t.sightings().size()).toList();
  }

  /** For each frame its shot. */
  private static List<Integer> shots(int every, List<Long> starts, String... truth)
      throws IOException {
    Clip clip = ScoreTest.clip(String.join("", truth), "", every, OptionalDouble.empty(), starts);
    List<MatchedFrame> frames = MatchedFrame.of(clip);
    Shots shots = Shots.of(clip, frames);
    return IntStream.range(0, frames.size())
        .mapToObj(i -> shots.of(frames.get(i).number()))
        .toList();
  }

  private static List<MatchedFrame> frames(int every, List<Long> starts, String... truth)
      throws IOException {
    return MatchedFrame.of(
        ScoreTest.clip(String.join("", truth), "", every, OptionalDouble.empty(), starts));
  }
}
