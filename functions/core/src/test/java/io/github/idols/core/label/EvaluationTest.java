package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.label.Evaluation.Share;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected lines are what the project's reference scorer printed for the same files. */
class EvaluationTest {
  private static final String TRUTH =
      """
      frame,x,y,w,h,name
      0,100,100,40,50,lisa
      0,300,100,20,22,rose
      0,500,100,90,100,unknown
      1,102,100,40,50,lisa
      1,302,100,20,22,rose
      1,500,100,90,100,unknown
      2,104,100,40,50,lisa
      2,500,100,90,100,unknown
      3,106,100,40,50,lisa
      3,300,300,80,90,jisoo
      """;

  /** A wrong name, a change of name and back, a missed face, a box too small by a hair. */
  private static final String LABELS =
      """
      frame,x,y,w,h,name
      0,101,102,40,50,lisa
      0,301,101,20,22,jennie
      0,505,100,90,100,unknown
      1,102,100,40,50,rose
      1,500,100,90,100,lisa
      2,104,100,40,50,lisa
      2,900,100,40,40,rose
      3,106,100,40,50,lisa
      3,300,300,30,36,jisoo
      4,300,300,30,36,jisoo
      """;

  @Test
  void figuresAreThoseOfTheReference() throws IOException {
    assertEquals(
        List.of(
            "labels: 85.71",
            "faces: 42.86",
            "faces_48_96: 60.00 of 5",
            "faces_under_24: 0.00 of 2",
            "precision: 33.33",
            "strangers_named: 33.33",
            "found: 70.00",
            "flips: 3 over 10 faces",
            "confused: rose -> jennie 1",
            "confused: lisa -> rose 1",
            "confused: rose -> missed 1",
            "confused: jisoo -> missed 1"),
        Evaluation.of(rows(TRUTH), rows(LABELS), 1).lines());
  }

  @Test
  void onlyFramesDivisibleByEveryCount() throws IOException {
    assertEquals(
        List.of(
            "labels: 66.67",
            "faces: 66.67",
            "faces_48_96: 100.00 of 2",
            "faces_under_24: 0.00 of 1",
            "precision: 40.00",
            "strangers_named: 0.00",
            "found: 80.00",
            "flips: 0 over 5 faces",
            "confused: rose -> jennie 1"),
        Evaluation.of(rows(TRUTH), rows(LABELS), 2).lines());
  }

  @Test
  void sharesOfNothingAreNotAvailable() throws IOException {
    assertEquals(
        List.of(
            "labels: n/a",
            "faces: n/a",
            "precision: n/a",
            "strangers_named: 0.00",
            "found: 0.00",
            "flips: 0 over 1 faces"),
        Evaluation.of(
                rows("frame,x,y,w,h,name\n0,1,1,50,50,unknown"), rows("frame,x,y,w,h,name"), 1)
            .lines());
  }

  @ParameterizedTest
  @CsvSource({"1,800,0.12", "3,800,0.38", "1,3,33.33", "201,20000,1.00", "1,1,100.00"})
  void percentagesAreRoundedAsPrintfDoes(long part, long all, String percent) {
    assertEquals(percent, new Share(part, all).percent());
  }

  @Test
  void aTrueBoxWithoutASizeIsRefused() throws IOException {
    List<LabelRow> flat = rows("frame,x,y,w,h,name\n5,1,1,0,0,lisa");
    assertThrows(IllegalArgumentException.class, () -> Evaluation.of(flat, flat, 1));
  }

  private static List<LabelRow> rows(String csv) throws IOException {
    return LabelsCsvReader.read(new StringReader(csv), "test.csv");
  }
}
