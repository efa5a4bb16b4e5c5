package io.github.idols.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.Box;
import io.github.idols.core.score.Mistake.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FindMistakesTest {
  @Test
  void aRunEndsWhereTheMistakeChanges() throws IOException {
    List<Mistake> mistakes =
        mistakes(
            rows("lisa", 100, 0, 1, 2, 3, 4, 5, 6),
            rows("rosé", 100, 0, 1, 2) + rows("mina", 100, 3) + rows("lisa", 100, 4, 6));

    assertEquals(
        List.of("WRONG_NAME rosé 0-2", "WRONG_NAME mina 3-3", "MISSED missed 5-5"),
        mistakes.stream().map(FindMistakesTest::told).toList());
    Box place = new Box(100, 10, 50, 50);
    assertEquals(
        new Mistake(
            Kind.WRONG_NAME, "lisa", "rosé", 0, 2, 3, 1, Optional.of(place), Optional.of(place)),
        mistakes.get(0));
    assertEquals(Optional.empty(), mistakes.get(2).givenBox());
    assertEquals(place, mistakes.get(2).place());
  }

  @Test
  void strangersMayBeMissedButNotNamed() throws IOException {
    assertEquals(
        List.of("STRANGER_NAMED lisa 2-3"),
        mistakes(
                rows("unknown", 100, 0, 1, 2, 3), rows("unknown", 100, 1) + rows("lisa", 100, 2, 3))
            .stream()
            .map(FindMistakesTest::told)
            .toList());
  }

  @Test
  void anIdolLabelledUnknownIsNotNamed() throws IOException {
    assertEquals(
        List.of("NOT_NAMED unknown 0-1"),
        mistakes(rows("lisa", 100, 0, 1), rows("unknown", 100, 0, 1)).stream()
            .map(FindMistakesTest::told)
            .toList());
  }

  @Test
  void namedBoxesWithoutAFaceAreFollowedToo() throws IOException {
    List<Mistake> mistakes =
        mistakes(
            rows("lisa", 100, 0, 1, 2),
            rows("lisa", 100, 0, 1, 2) + rows("rosé", 500, 0, 1) + rows("unknown", 800, 0, 1, 2));

    assertEquals(1, mistakes.size());
    assertEquals("NO_FACE rosé 0-1", told(mistakes.get(0)));
    assertEquals("no face", mistakes.get(0).truth());
    assertEquals(new Box(500, 10, 50, 50), mistakes.get(0).place());
  }

  private static String told(Mistake mistake) {
    return "%s %s %d-%d"
        .formatted(mistake.kind(), mistake.given(), mistake.firstFrame(), mistake.lastFrame());
  }

  private static List<Mistake> mistakes(String truth, String labels) throws IOException {
    return ScoredClip.of(ScoreTest.clip(truth, labels, 1, OptionalDouble.empty(), List.of()))
        .mistakes();
  }

  private static String rows(String name, int x, int... frames) {
    StringBuilder rows = new StringBuilder();
    for (int frame : frames) {
      rows.append("%d,%d,10,50,50,%s\n".formatted(frame, x, name));
    }
    return rows.toString();
  }
}
