package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceChoiceTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  @Test
  void theOnlyFaceIsTakenWhereverItIs() {
    Detection face = face(10, 10, 32);
    assertEquals(new FaceChoice.Chosen(face), choose(face));
  }

  @Test
  void aFaceOneAndAHalfTimesAsTallAsTheNextIsTaken() {
    Detection large = face(250, 150, 90);
    assertEquals(new FaceChoice.Chosen(large), choose(face(20, 20, 60), large));
  }

  @Test
  void severalFacesOfASimilarSizeAreRefused() {
    assertEquals(
        new FaceChoice.None("3 faces of a similar size, crop it to one"),
        choose(face(20, 20, 61), face(250, 150, 90), face(450, 150, 80), face(500, 20, 33)));
  }

  @Test
  void aSmallFaceIsRefused() {
    assertEquals(
        new FaceChoice.None("the face is too small, 31 pixels high, at least 32 are needed"),
        choose(face(250, 150, 31)));
  }

  @Test
  void aPictureWithoutAFaceIsRefused() {
    assertEquals(new FaceChoice.None("no face found"), choose());
  }

  @Test
  void aLargeFaceAtTheSideDoesNotBeatOneInTheMiddle() {
    assertEquals(
        new FaceChoice.None("a large face at the side and another in the middle, crop it to one"),
        choose(face(0, 0, 120), face(280, 180, 40)));
  }

  @Test
  void specksInTheMiddleDoNotMatter() {
    Detection large = face(0, 0, 120);
    assertEquals(new FaceChoice.Chosen(large), choose(large, face(290, 190, 20)));
  }

  @Test
  void thePictureToBeNamedIsThatOfTheTallest() {
    Detection large = face(0, 0, 90);
    assertEquals(new FaceChoice.Chosen(large), tallest(face(280, 180, 80), large));
    assertEquals(
        new FaceChoice.None("the face is too small, 31 pixels high, at least 32 are needed"),
        tallest(face(250, 150, 31), face(0, 0, 20)));
    assertEquals(new FaceChoice.None("no face found"), tallest());
  }

  private static FaceChoice tallest(Detection... faces) {
    return FaceChoice.tallest(List.of(faces), WIDTH, HEIGHT);
  }

  private static FaceChoice choose(Detection... faces) {
    return FaceChoice.of(List.of(faces), WIDTH, HEIGHT);
  }

  private static Detection face(double x, double y, double size) {
    Point p = new Point(x, y);
    return new Detection(new Box(x, y, size, size), new Landmarks(p, p, p, p, p), 0.99);
  }
}
