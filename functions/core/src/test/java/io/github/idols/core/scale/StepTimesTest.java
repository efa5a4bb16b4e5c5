package io.github.idols.core.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.scale.StepTimes.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
  @Test
  void findsWhatACallAndASecondOfVideoTake() {
    // 0.5 s a call and 0.2 s a second.
    StepTimes times =
        StepTimes.fit(
            List.of(new Sample(4, 40, 10), new Sample(8, 40, 12), new Sample(20, 40, 18)));
    assertEquals(0.5, times.fixed(), 1e-9);
    assertEquals(0.2, times.perVideoSecond(), 1e-9);
    assertEquals(2.5, times.of(10), 1e-9);
  }

  @Test
  void withoutDifferentNumbersOfCallsAllGoesByTheVideo() {
    assertEquals(
        new StepTimes(0, 0.25),
        StepTimes.fit(List.of(new Sample(1, 40, 9), new Sample(1, 40, 11))));
  }

  @Test
  void noCallTakesLessThanNoTime() {
    assertEquals(
        new StepTimes(0, 0.25),
        StepTimes.fit(List.of(new Sample(2, 40, 11), new Sample(4, 40, 9))));
  }

  @Test
  void nothingMeasuredIsTold() {
    assertThrows(IllegalArgumentException.class, () -> StepTimes.fit(List.of()));
  }
}
