package io.github.idols.core.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.cost.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The simulation against cases that were computed by hand. */
class SimulateTest {
  private static final double EXACT = 1e-9;

  /** Plan 1 s; a chunk 2 s and half its length; names 3 s; drawing its length; joining 4 s. */
  private static final Map<Step, StepTimes> TIMES =
      Map.of(
          Step.SPLIT, new StepTimes(1, 0),
          Step.RECOGNIZE, new StepTimes(2, 0.5),
          Step.NAME, new StepTimes(3, 0),
          Step.RENDER, new StepTimes(0, 1),
          Step.JOIN, new StepTimes(4, 0));

  private static Model model(Growth workers, double coldStart, double message) {
    return new Model(
        TIMES, new ColdStart(coldStart, coldStart), message, workers, Growth.fixed(100), false, 0);
  }

  private static Outcome one(Model model, Film film, boolean warm) {
    return new Simulate(model).run(List.of(film), warm, 1).outcomes().get(0);
  }

  @Test
  void aChunkForEachWorkerTakesAsLongAsTheLongestChunk() {
    // 1; chunks of 10, 10 and 5 s: 7, 7 and 4.5; 3; 10; 4.
    Outcome outcome = one(model(Growth.fixed(3), 0, 0), Film.of(0, 25, 10), true);
    assertEquals(new Outcome(5.5, 11, 25), outcome);
  }

  @Test
  void fewerWorkersTakeTurns() {
    // Two at 7 until 8; the one of 5 s begins then: 12.5. 3 more: 15.5. Then 10, and 5 behind:
    // 30.5.
    Outcome outcome = one(model(Growth.fixed(2), 0, 0), Film.of(0, 25, 10), true);
    assertEquals(new Outcome(8, 15.5, 34.5), outcome);
  }

  @Test
  void aColdCopyStartsOnceAndIsWarmForTheNextMessage() {
    Model model = model(Growth.fixed(1), 10, 0);
    // 10 + 1; 10 + 7; 7; 10 + 3. Drawing: 10 + 10; 10. Joining by the same stitcher: 4.
    Outcome cold = one(model, Film.of(0, 20, 10), false);
    assertEquals(new Outcome(28, 48, 82), cold);
    Outcome warm = one(model, Film.of(0, 20, 10), true);
    assertEquals(new Outcome(8, 18, 42), warm);
  }

  @Test
  void aRecognizersColdStartTakesLongerThanTheOthers() {
    Model model =
        new Model(TIMES, new ColdStart(5, 1), 0, Growth.fixed(1), Growth.fixed(1), false, 0);
    // 1 + 1; 5 + 7; 1 + 3; 1 + 10; 4.
    assertEquals(new Outcome(14, 18, 33), one(model, Film.of(0, 10, 10), false));
  }

  @Test
  void eachHandOverCostsAMessage() {
    // To the splitter, the recognizer, the stitcher, the renderer and the stitcher again.
    Outcome outcome = one(model(Growth.fixed(9), 0, 0.5), Film.of(0, 10, 10), true);
    assertEquals(9, outcome.first(), EXACT);
    assertEquals(12.5, outcome.labelled(), EXACT);
    assertEquals(27.5, outcome.done(), EXACT);
  }

  @Test
  void aRampLetsTheThirdChunkBeginWhenItAllowsAThirdCall() {
    // Chunks of 10 s take 7 s. One at once, one more every 2 s: begun at 1, 3 and 5, done at 12.
    Outcome outcome = one(model(new Growth(1, 0.5, 9), 0, 0), Film.of(0, 30, 10), true);
    assertEquals(8, outcome.first(), EXACT);
    assertEquals(15, outcome.labelled(), EXACT);
    // Drawing takes 10 s each, by another queue with a ramp of its own: begun at 15, 17 and 19.
    assertEquals(33, outcome.done(), EXACT);
  }

  @Test
  void filmsThatComeTogetherShareTheWorkersInTurn() {
    Model model = model(Growth.fixed(1), 0, 0);
    List<Film> films = List.of(Film.of(0, 10, 10), Film.of(0, 10, 10));
    List<Outcome> outcomes = new Simulate(model).run(films, true, 1).outcomes();
    // Recognised at 8 and 15; named at 11 and 18; drawn at 21 and 31; joined at 25 and 35.
    assertEquals(List.of(new Outcome(8, 11, 25), new Outcome(15, 18, 35)), outcomes);
  }

  @Test
  void timesCountFromAFilmsOwnArrival() {
    Model model = model(Growth.fixed(1), 0, 0);
    assertEquals(one(model, Film.of(0, 10, 10), true), one(model, Film.of(100, 10, 10), true));
  }

  @Test
  void onOneMachineRecognizersAndRenderersAreTheSameWorkers() {
    Model shared = new Model(TIMES, ColdStart.NONE, 0, Growth.fixed(1), Growth.fixed(2), true, 0);
    List<Film> films = List.of(Film.of(0, 10, 10), Film.of(3, 20, 10));
    List<Outcome> outcomes = new Simulate(shared).run(films, true, 1).outcomes();
    // First film: recognised 1 to 8, named at 11. Its drawing waits for the other's two chunks,
    // 8 to 15 and 15 to 22: drawn at 32, joined at 36. The other: named at 25, drawn at 52.
    assertEquals(new Outcome(8, 11, 36), outcomes.get(0));
    assertEquals(new Outcome(12, 22, 53), outcomes.get(1));
  }

  @Test
  void busySecondsAreTheWorkWithItsColdStarts() {
    Simulate simulate = new Simulate(model(Growth.fixed(1), 10, 0));
    List<Film> film = List.of(Film.of(0, 20, 10));
    assertEquals(1 + 14 + 3 + 20 + 4, simulate.run(film, true, 1).busySeconds(), EXACT);
    assertEquals(42 + 4 * 10, simulate.run(film, false, 1).busySeconds(), EXACT);
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherADifferentResultWithinTheSpread() {
    Model model = new Model(TIMES, ColdStart.NONE, 0, Growth.fixed(3), Growth.fixed(1), false, 0.2);
    Simulate simulate = new Simulate(model);
    List<Film> film = List.of(Film.of(0, 25, 10));
    Simulate.Result first = simulate.run(film, true, 7);
    assertEquals(first, simulate.run(film, true, 7));
    assertNotEquals(first, simulate.run(film, true, 8));
    double done = first.outcomes().get(0).done();
    assertTrue(done > 0.8 * 25 && done < 1.2 * 25, "done after " + done);
  }

  @Test
  void aThousandFilmsEndAsSoonAsTheWorkersCan() {
    Model model = model(Growth.fixed(50), 0, 0);
    List<Film> films = IntStream.range(0, 1000).mapToObj(n -> Film.of(0, 10, 10)).toList();
    double last =
        new Simulate(model)
            .run(films, true, 1).outcomes().stream().mapToDouble(Outcome::done).max().orElse(0);
    // Twenty rounds of 7 s of looking; then the last fifty are named, drawn in twenty rounds of
    // 10 s that began when the first were named, and joined.
    assertEquals(1 + 7 + 3 + 20 * 10 + 4, last, EXACT);
  }

  @Test
  void pollersOfAQueueGrowAsLambdaSays() {
    assertEquals(5, Growth.standard(1000).allowed(0));
    assertEquals(305, Growth.standard(1000).allowed(60));
    assertEquals(1000, Growth.standard(1000).allowed(600));
    assertEquals(19, Growth.standard(1000).until(100), EXACT);
    assertEquals(100, Growth.provisioned(10, 1000).allowed(0));
    assertEquals(Double.POSITIVE_INFINITY, Growth.fixed(4).until(5));
  }

  @Test
  void aFilmIsCutIntoChunksWithoutARestOfRounding() {
    assertEquals(List.of(10.0, 10.0, 5.0), Film.of(0, 25, 10).chunks());
    assertEquals(10, Film.of(0, 1, 0.1).chunks().size());
  }

  @Test
  void whatIsNoModelIsTold() {
    assertThrows(IllegalArgumentException.class, () -> new Growth(0, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> new Growth(5, 1, 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Model(Map.of(), ColdStart.NONE, 0, Growth.fixed(1), Growth.fixed(1), false, 0));
  }
}
