package io.github.idols.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BridgeGapsTest {
  private static final Embedding LISA = Embedding.of(1, 0);
  private static final Embedding LISA_TURNED = Embedding.of(1, 1);
  private static final Embedding ROSE = Embedding.of(0.4f, 1);

  @Test
  void aFaceThatComesBackGoesOnOverAStraightWay() {
    Track before = track(0, 10, 100, LISA);
    Track after = track(14, 20, 120, LISA_TURNED);

    List<Track> joined = new BridgeGaps().bridge(List.of(after, before));

    assertEquals(1, joined.size());
    Track track = joined.get(0);
    assertEquals(
        LongStream.rangeClosed(0, 20).boxed().toList(),
        track.boxes().stream().map(TrackBox::frame).toList());
    assertEquals(
        List.of(100.0, 105.0, 110.0, 115.0, 120.0),
        track.boxes().subList(10, 15).stream().map(b -> b.box().x()).toList());
    assertEquals(
        List.of(before.evidence().get(0), after.evidence().get(0)),
        track.evidence(),
        "the looks of both");
  }

  @Test
  void aFaceMayBeOutOfSightMoreThanOnce() {
    List<Track> joined =
        new BridgeGaps()
            .bridge(
                List.of(
                    track(0, 10, 100, LISA), track(20, 30, 100, LISA), track(40, 50, 100, LISA)));
    assertEquals(List.of(51), joined.stream().map(t -> t.boxes().size()).toList());
  }

  @Test
  void eachGapIsBridgedToTheTrackBehindItAndNotOverIt() {
    // Out of place in between: the last track lies nearer to the first than the middle one does.
    List<Track> joined =
        new BridgeGaps()
            .bridge(
                List.of(
                    track(0, 10, 100, LISA), track(20, 30, 130, LISA), track(40, 50, 100, LISA)));
    assertEquals(List.of(51), joined.stream().map(t -> t.boxes().size()).toList());
  }

  @Test
  void anotherFaceAtThePlaceIsAnotherTrack() {
    assertApart(track(0, 10, 100, LISA), track(14, 20, 100, ROSE));
  }

  @Test
  void theSameFaceFarAwayIsAnotherTrack() {
    assertApart(track(0, 10, 100, LISA), track(14, 20, 300, LISA));
  }

  @Test
  void afterTwoSecondsItIsAnotherTrack() {
    assertEquals(
        1,
        new BridgeGaps().bridge(List.of(track(0, 10, 100, LISA), track(59, 70, 100, LISA))).size());
    assertApart(track(0, 10, 100, LISA), track(60, 70, 100, LISA));
  }

  @Test
  void facesThatAreThereTogetherStayTwo() {
    assertApart(track(0, 10, 100, LISA), track(5, 20, 110, LISA));
  }

  @Test
  void aTrackThatWasNeverSeenWellIsNotJoined() {
    Track blurred = new Track(track(14, 20, 100, LISA).boxes(), List.of());
    assertApart(track(0, 10, 100, LISA), blurred);
  }

  private static void assertApart(Track one, Track other) {
    assertEquals(List.of(one, other), new BridgeGaps().bridge(List.of(one, other)));
  }

  private static Track track(long first, long last, double x, Embedding face) {
    return new Track(
        LongStream.rangeClosed(first, last)
            .mapToObj(f -> new TrackBox(f, new Box(x, 50, 80, 100)))
            .toList(),
        List.of(new Evidence(first, face, 1, 1)));
  }
}
