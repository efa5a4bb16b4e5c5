package io.github.idols.core.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
  @Test
  void theCurveThatTheTracksCameFromIsFound() {
    // At each score as many right ones of 1,000 as the curve says.
    List<ScoredTrack> tracks = new ArrayList<>();
    for (int i = 30; i <= 80; i++) {
      double score = i / 100.0;
      long right = Math.round(1000 / (1 + Math.exp(-(score - 0.53) * 30)));
      for (int n = 0; n < 1000; n++) {
        tracks.add(new ScoredTrack(score, n < right));
      }
    }

    LogisticFit fit = LogisticFit.of(tracks).orElseThrow();

    assertEquals(0.53, fit.midpoint(), 0.001);
    assertEquals(30, fit.steepness(), 0.1);
    Collections.reverse(tracks);
    assertEquals(fit.midpoint(), LogisticFit.of(tracks).orElseThrow().midpoint(), 1e-9);
  }

  @Test
  void aFewTracksWithoutAMistakeMakeNoCliff() {
    LogisticFit fit =
        LogisticFit.of(
                List.of(
                    new ScoredTrack(0.3, false),
                    new ScoredTrack(0.4, false),
                    new ScoredTrack(0.6, true),
                    new ScoredTrack(0.7, true)))
            .orElseThrow();

    assertEquals(0.5, fit.midpoint(), 1e-6);
    assertTrue(fit.steepness() > 5 && fit.steepness() < 50, fit.toString());
  }

  @Test
  void whereScoresTellNothingThereIsNoCurve() {
    ScoredTrack right = new ScoredTrack(0.6, true);
    ScoredTrack wrong = new ScoredTrack(0.6, false);
    assertEquals(Optional.empty(), LogisticFit.of(List.of()));
    assertEquals(Optional.empty(), LogisticFit.of(List.of(right, new ScoredTrack(0.7, true))));
    assertEquals(Optional.empty(), LogisticFit.of(List.of(wrong, new ScoredTrack(0.3, false))));
    assertEquals(Optional.empty(), LogisticFit.of(List.of(right, wrong)));
    assertEquals(
        Optional.empty(),
        LogisticFit.of(List.of(new ScoredTrack(0.3, true), new ScoredTrack(0.7, false))));
  }
}
