package io.github.idols.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrackTest {
  @Test
  void theFaceIsWhatItsLooksShowTogether() {
    Track track =
        track(
            0,
            9,
            new Evidence(0, Embedding.of(1, 0), 1, 3),
            new Evidence(5, Embedding.of(0, 1), 1, 4));
    assertEquals(0.8, track.face().orElseThrow().cosine(Embedding.of(0, 1)), 1e-6);
  }

  @Test
  void aTrackWithoutALookHasNoFace() {
    assertEquals(Optional.empty(), track(0, 9).face());
  }

  @Test
  void tracksAreTogetherFromHalfOfTheShorterOnesFrames() {
    assertTrue(track(0, 99).isTogether(track(95, 104)));
    assertFalse(track(0, 99).isTogether(track(96, 105)));
    assertTrue(track(95, 104).isTogether(track(0, 99)));
    assertTrue(track(0, 99).isTogether(track(40, 42)));
  }

  @Test
  void tracksThatTouchOrLieApartAreNotTogether() {
    assertFalse(track(0, 9).isTogether(track(10, 19)));
    assertFalse(track(0, 9).isTogether(track(1000, 1009)));
  }

  private static Track track(long first, long last, Evidence... looks) {
    return new Track(
        LongStream.rangeClosed(first, last)
            .mapToObj(f -> new TrackBox(f, new Box(0, 0, 10, 10)))
            .toList(),
        List.of(looks));
  }

  @Test
  void itsDetailIsThatOfItsLooksTheWeightierMore() {
    Embedding face = Embedding.of(1, 0);
    assertEquals(Detail.FULL, track(0, 9).detail());
    assertEquals(Detail.QUARTER, track(0, 9, new Evidence(0, face, 0.05, 1)).detail());
    Evidence sharp = new Evidence(0, face, 0.2, 1);
    assertEquals(Detail.FULL, track(0, 9, sharp, new Evidence(5, face, 0.05, 1)).detail());
    assertEquals(Detail.HALF, track(0, 9, sharp, new Evidence(5, face, 0.05, 3)).detail());
  }
}
