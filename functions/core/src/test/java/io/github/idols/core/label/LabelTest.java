package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.face.Box;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
  private static final Track TRACK =
      new Track(List.of(new TrackBox(0, new Box(0, 0, 10, 10))), List.of());

  @Test
  void onlyWhoIsUnknownCanBeAStranger() {
    assertEquals(2, new Label(TRACK, Label.UNKNOWN, 0.5, 2).stranger());
    assertEquals(0, new Label(TRACK, "Lisa", 0.5, 0).stranger());
    assertThrows(IllegalArgumentException.class, () -> new Label(TRACK, "Lisa", 0.5, 1));
  }

  @Test
  void strangersCountFromOne() {
    assertEquals(0, new Label(TRACK, Label.UNKNOWN, 0.5).stranger());
    assertThrows(IllegalArgumentException.class, () -> new Label(TRACK, Label.UNKNOWN, 0.5, -1));
  }
}
