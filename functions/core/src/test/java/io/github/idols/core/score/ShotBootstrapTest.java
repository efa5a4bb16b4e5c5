package io.github.idols.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import io.github.idols.core.label.Evaluation.SizeShare;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShotBootstrapTest {
  @Test
  void manyShotsGiveTheIntervalOfTheNormalDistribution() {
    List<Evaluation> shots = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      shots.add(shot(i < 80 ? 10 : 0, 10));
    }

    Interval faces = interval("faces", ShotBootstrap.intervals(shots));

    // 80 % of 100 shots: 1.96 times sqrt(0.8 * 0.2 / 100).
    assertEquals(72.2, faces.low(), 1.5);
    assertEquals(87.8, faces.high(), 1.5);
  }

  @Test
  void facesOfOneShotAreNoEvidenceOfTheirOwn() {
    Interval few = interval("faces", ShotBootstrap.intervals(tenShots(1)));
    Interval more = interval("faces", ShotBootstrap.intervals(tenShots(100)));

    assertEquals(few, more);
    assertTrue(few.high() - few.low() > 30, few::toString);
  }

  @Test
  void theSameShotsGiveTheSameIntervals() {
    assertEquals(ShotBootstrap.intervals(tenShots(3)), ShotBootstrap.intervals(tenShots(3)));
  }

  @Test
  void figuresWithoutAFaceAreLeftOut() {
    assertEquals(
        List.of("labels", "faces", "faces_24_48", "precision"),
        ShotBootstrap.intervals(tenShots(1)).stream().map(Interval::figure).toList());
  }

  @Test
  void aSizeThatOneShotAloneHasIsDrawnFromThatOne() {
    List<Evaluation> shots = new ArrayList<>(tenShots(1));
    Share none = new Share(0, 0);
    shots.add(
        new Evaluation(
            none,
            none,
            List.of(new SizeShare("faces_over_96", new Share(1, 4))),
            none,
            none,
            none,
            0,
            0,
            List.of()));

    Interval large = interval("faces_over_96", ShotBootstrap.intervals(shots));

    assertEquals(new Interval("faces_over_96", 25, 25), large);
  }

  private static List<Evaluation> tenShots(int faces) {
    List<Evaluation> shots = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      shots.add(shot(i % 2 * faces, faces));
    }
    return shots;
  }

  private static Evaluation shot(int right, int all) {
    Share share = new Share(right, all);
    return new Evaluation(
        share,
        share,
        List.of(new SizeShare("faces_24_48", share)),
        share,
        new Share(0, 0),
        share,
        0,
        all,
        List.of());
  }

  private static Interval interval(String figure, List<Interval> all) {
    return all.stream().filter(i -> i.figure().equals(figure)).findFirst().orElseThrow();
  }
}
