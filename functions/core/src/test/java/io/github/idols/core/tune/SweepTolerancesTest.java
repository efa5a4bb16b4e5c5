package io.github.idols.core.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepTolerancesTest {
  @Test
  void theSafeOneThatNamesTheMostFacesIsChosen() {
    Trial loose = trial(0.40, 90, share(90, 100), share(0, 10));
    Trial good = trial(0.50, 80, share(99, 100), share(3, 200));
    Trial same = trial(0.55, 80, share(99, 100), share(3, 200));
    Trial strict = trial(0.60, 70, share(100, 100), share(0, 10));

    assertEquals(Optional.of(same), SweepTolerances.choose(List.of(loose, good, same, strict)));
  }

  @Test
  void whereNoneIsSafeTheMostPreciseIsChosen() {
    Trial loose = trial(0.40, 90, share(90, 100), share(0, 10));
    Trial most = trial(0.50, 80, share(95, 100), share(0, 10));
    Trial fewer = trial(0.60, 70, share(19, 20), share(0, 10));
    Trial nobody = trial(0.70, 0, share(0, 0), share(0, 10));

    assertEquals(Optional.of(most), SweepTolerances.choose(List.of(loose, most, fewer, nobody)));
    assertEquals(Optional.empty(), SweepTolerances.choose(List.of(nobody)));
  }

  @Test
  void safeMeansFewWrongNamesAndFewStrangersNamed() {
    assertTrue(trial(0.5, 1, share(99, 100), share(3, 200)).isSafe());
    assertTrue(trial(0.5, 1, share(99, 100), share(0, 0)).isSafe());
    assertFalse(trial(0.5, 1, share(989, 1000), share(0, 0)).isSafe());
    assertFalse(trial(0.5, 1, share(100, 100), share(4, 200)).isSafe());
    assertFalse(trial(0.5, 0, share(0, 0), share(0, 10)).isSafe());
  }

  @Test
  void withoutAClipThereIsNothingToTry() {
    assertThrows(IllegalArgumentException.class, () -> SweepTolerances.of(List.of()));
  }

  @Test
  void scoresAreCountedInBinsWithTheirLowerEnds() {
    List<ScoreBin> bins =
        ScoreBin.count(
            List.of(
                new ScoredTrack(-0.2, false),
                new ScoredTrack(0.55, true),
                new ScoredTrack(0.59, false),
                new ScoredTrack(0.6, true),
                new ScoredTrack(1, true)));

    assertEquals(new ScoreBin(-1, 0.3, share(0, 1)), bins.get(0));
    assertEquals(new ScoreBin(0.55, 0.6, share(1, 2)), bins.get(5));
    assertEquals(new ScoreBin(0.6, 0.7, share(1, 1)), bins.get(6));
    assertEquals(new ScoreBin(0.7, 1, share(1, 1)), bins.get(7));
    assertEquals(8, bins.size());
  }

  private static Share share(long part, long all) {
    return new Share(part, all);
  }

  private static Trial trial(double cosine, long right, Share precision, Share strangers) {
    Evaluation figures =
        new Evaluation(
            share(right, 100),
            share(right, 100),
            List.of(),
            precision,
            strangers,
            share(100, 100),
            0,
            100,
            List.of());
    return new Trial(cosine, Math.sqrt(2 - 2 * cosine), figures);
  }
}
