package io.github.idols.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.Evaluation.Share;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.LabelsCsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreTest {
  /** Lisa and a stranger for three frames, then a cut, and Rosé alone for two. */
  private static final String TRUTH =
      """
      0,100,100,50,50,lisa
      0,300,100,50,50,unknown
      1,110,100,50,50,lisa
      1,300,100,50,50,unknown
      2,120,100,50,50,lisa
      2,300,100,50,50,unknown
      3,500,100,50,50,rosé
      4,500,100,50,50,rosé
      """;

  /** Lisa is right on two frames of three; the stranger is named on one; Rosé is seen once. */
  private static final String LABELS =
      """
      0,100,100,50,50,lisa
      0,300,100,50,50,rosé
      1,110,100,50,50,rosé
      1,300,100,50,50,lisa
      2,120,100,50,50,lisa
      2,300,100,50,50,unknown
      3,500,100,50,50,rosé
      4,800,100,50,50,lisa
      """;

  @Test
  void linesBeginWithThoseOfTheEvaluation() throws IOException {
    List<String> lines = score(TRUTH, LABELS, 1, OptionalDouble.of(2)).lines();
    List<String> known = Evaluation.of(rows(TRUTH), rows(LABELS), 1).lines();

    assertEquals(known, lines.subList(0, known.size()));
    assertEquals(
        List.of(
            "labels_left_to_right: 60.00",
            "tracks_right: 33.33 of 3",
            "tracks_right_idols: 50.00 of 2",
            "tracks_right_strangers: 0.00 of 1",
            "flips_a_minute: 96.00 over 0.04 minutes",
            "screen_time lisa: 2.00 s of 1.50 s, error +33.33 %",
            "screen_time rosé: 1.50 s of 1.00 s, error +50.00 %",
            "matrix:         lisa rosé unknown missed",
            "matrix lisa:       2    1       0      0",
            "matrix rosé:       0    1       0      1",
            "matrix unknown:    1    1       1      0",
            "matrix no face:    1    0       0      0",
            "shots: 2",
            "interval labels: 50.00 to 100.00",
            "interval faces: 50.00 to 66.67",
            "interval faces_48_96: 50.00 to 66.67",
            "interval precision: 40.00 to 50.00",
            "interval strangers_named: 66.67 to 66.67"),
        lines.subList(known.size(), lines.size()));
  }

  @Test
  void withoutAFrameRateTimesAreInFrames() throws IOException {
    List<String> lines = score(TRUTH, LABELS, 1, OptionalDouble.empty()).lines();

    assertTrue(lines.contains("flips_a_minute: n/a without a frame rate"), lines::toString);
    assertTrue(lines.contains("screen_time lisa: 4 of 3 frames, error +33.33 %"), lines::toString);
  }

  @Test
  void aFrameThatCountsStandsForThoseThatDoNot() throws IOException {
    Score score = score(TRUTH, LABELS, 2, OptionalDouble.of(2));

    assertEquals(OptionalDouble.of(2), score.screenTimes().get(0).trueSeconds());
    assertEquals(OptionalDouble.of(6 / 120.0), score.minutes());
    assertEquals(new Share(1, 3), score.tracks());
  }

  @Test
  void aPersonWhoIsNotThereHasNoErrorInPercent() throws IOException {
    List<String> lines =
        score("0,1,1,50,50,lisa\n", "0,1,1,50,50,mina\n", 1, OptionalDouble.of(25)).lines();

    assertTrue(lines.contains("screen_time mina: 0.04 s of 0.00 s, error n/a"), lines::toString);
    assertTrue(
        lines.contains("screen_time lisa: 0.00 s of 0.04 s, error -100.00 %"), lines::toString);
  }

  @Test
  void namesInAnotherOrderAreRightForOneScoreAndWrongForTheOther() throws IOException {
    String truth = "0,1,1,50,50,lisa\n0,99,1,50,50,unknown\n0,200,1,50,50,rosé\n";
    String swapped = "0,200,1,50,50,lisa\n0,1,1,50,50,rosé\n";
    Score score = score(truth, swapped, 1, OptionalDouble.empty());

    assertEquals(new Share(2, 2), score.evaluation().labels());
    assertEquals(new Share(0, 2), score.leftToRight());
    assertEquals(
        new Share(2, 2),
        score(truth, "0,500,1,50,50,rosé\n0,1,1,9,9,lisa\n", 1, OptionalDouble.empty())
            .leftToRight());
  }

  @Test
  void clipsAreTakenTogetherFaceByFace() throws IOException {
    ScoredClip one = ScoredClip.of(clip(TRUTH, LABELS, 1, OptionalDouble.of(2), List.of()));
    ScoredClip other =
        ScoredClip.of(
            clip(
                "0,1,1,30,30,lisa\n1,1,1,30,30,mina\n",
                "0,1,1,30,30,lisa\n1,1,1,30,30,lisa\n",
                1,
                OptionalDouble.of(10),
                List.of()));

    Score both = Score.of(List.of(one, other));

    assertEquals(2, both.clips());
    assertEquals(new Share(4, 7), both.evaluation().faces());
    assertEquals(
        List.of("faces_24_48", "faces_48_96"),
        both.evaluation().facesBySize().stream().map(Evaluation.SizeShare::size).toList());
    assertEquals(new Share(2, 5), both.tracks());
    assertEquals(4, both.shots());
    assertEquals(List.of("lisa", "mina", "rosé"), both.matrix().people());
    assertEquals(1, both.matrix().times("mina", "lisa"));
    assertEquals(2.5 / 60 + 0.2 / 60, both.minutes().orElseThrow(), 1e-9);
    assertEquals(4, both.screenTimes().get(0).trueFrames());
    assertEquals(one.evaluation(), Score.of(List.of(one)).evaluation());
    assertThrows(IllegalArgumentException.class, () -> Score.of(List.of()));
  }

  @Test
  void oneShotHasNoInterval() throws IOException {
    Score score = score("0,1,1,50,50,lisa\n", "0,1,1,50,50,lisa\n", 1, OptionalDouble.empty());

    assertEquals(1, score.shots());
    assertEquals(List.of(), score.intervals());
  }

  @Test
  void nothingAtAllHasAScore() {
    Score score =
        Score.of(
            List.of(
                ScoredClip.of(
                    new Clip(List.of(), List.of(), 1, OptionalDouble.of(25), List.of()))));

    assertTrue(score.lines().contains("tracks_right: n/a of 0"), score.lines()::toString);
    assertTrue(
        score.lines().contains("flips_a_minute: n/a without a frame rate"),
        score.lines()::toString);
  }

  @Test
  void aTrueBoxWithoutASizeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> score("5,1,1,0,0,lisa\n", "5,1,1,9,9,lisa\n", 1, OptionalDouble.empty()));
  }

  private static Score score(String truth, String labels, int every, OptionalDouble rate)
      throws IOException {
    return Score.of(List.of(ScoredClip.of(clip(truth, labels, every, rate, List.of()))));
  }

  static Clip clip(
      String truth, String labels, int every, OptionalDouble rate, List<Long> shotStarts)
      throws IOException {
    return new Clip(rows(truth), rows(labels), every, rate, shotStarts);
  }

  private static List<LabelRow> rows(String csv) throws IOException {
    return LabelsCsvReader.read(new StringReader("frame,x,y,w,h,name\n" + csv), "test.csv");
  }
}
