package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Faces are angles in a plane: cos 53° = 0.6. */
class GroupUnknownTest {
  @Test
  void tracksThatLookAlikeAreOneStranger() {
    assertEquals(
        List.of(1, 2, 1, 2),
        strangers(at(0, face(0)), at(20, face(90)), at(40, face(50)), at(60, face(120))));
  }

  @Test
  void strangersAreNumberedAsTheyAppear() {
    assertEquals(List.of(3, 1, 2), strangers(at(40, face(0)), at(0, face(90)), at(20, face(180))));
  }

  @Test
  void whoIsOnScreenTogetherIsNeverOneStranger() {
    assertEquals(List.of(1, 2), strangers(at(0, face(0)), at(0, face(5))));
  }

  @Test
  void aStrangersTracksNeverMeetByWayOfAThird() {
    // The third is most like the first; the second stood beside the first.
    assertEquals(List.of(1, 2, 1), strangers(at(0, face(0)), at(0, face(30)), at(20, face(10))));
  }

  @Test
  void aChainOfLooksDoesNotMakeOneStranger() {
    // The second and the third are one; the first is like the second, but not like both.
    assertEquals(List.of(1, 2, 2), strangers(at(0, face(0)), at(20, face(50)), at(40, face(90))));
  }

  @Test
  void whoWasNeverSeenWellIsAStrangerOfHerOwn() {
    assertEquals(List.of(1, 2, 3), strangers(at(0), at(20), at(40, face(0))));
  }

  @Test
  void peopleOfTheGalleryAreNoStrangers() {
    Label lisa = new Label(at(0, face(0)).track(), "Lisa", 0.9);
    assertEquals(List.of(0, 1, 1), strangers(lisa, at(20, face(0)), at(40, face(10))));
  }

  /** A concert's audience; with work that grows with the cube of it this would take minutes. */
  @Test
  void aCrowdIsGroupedInSeconds() {
    Label[] crowd =
        IntStream.range(0, 3000)
            .mapToObj(i -> at(20L * i, face(90 * (i % 4) + i % 7)))
            .toArray(Label[]::new);

    List<Integer> strangers = assertTimeout(Duration.ofSeconds(30), () -> strangers(crowd));

    assertEquals(IntStream.range(0, 3000).mapToObj(i -> 1 + i % 4).toList(), strangers);
  }

  private static List<Integer> strangers(Label... labels) {
    List<Label> grouped = new GroupUnknown().group(List.of(labels));
    assertEquals(
        List.of(labels).stream().map(Label::track).toList(),
        grouped.stream().map(Label::track).toList());
    return grouped.stream().map(Label::stranger).toList();
  }

  /** An unknown face on ten frames. */
  private static Label at(long first, Embedding... faces) {
    List<TrackBox> boxes =
        LongStream.range(first, first + 10)
            .mapToObj(f -> new TrackBox(f, new Box(0, 0, 10, 10)))
            .toList();
    List<Evidence> looks =
        List.of(faces).stream().map(face -> new Evidence(first, face, 1, 1)).toList();
    return new Label(new Track(boxes, looks), Label.UNKNOWN, 0.5);
  }

  private static Embedding face(double degrees) {
    double a = Math.toRadians(degrees);
    return Embedding.of((float) Math.cos(a), (float) Math.sin(a));
  }
}
