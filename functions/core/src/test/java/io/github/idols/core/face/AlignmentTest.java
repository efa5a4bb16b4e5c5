package io.github.idols.core.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static Landmarks landmarks(List<Point> p) {
    return new Landmarks(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4));
  }

  @Test
  void aFaceOnTheTemplateIsLeftAsItIs() {
    Alignment to = Alignment.toArcFace(landmarks(Alignment.ARCFACE));
    assertEquals(1, to.a(), 1e-12);
    assertEquals(0, to.b(), 1e-12);
    assertEquals(0, to.tx(), 1e-9);
    assertEquals(0, to.ty(), 1e-9);
  }

  @Test
  void aTurnedScaledAndMovedFaceIsFoundAgain() {
    // A quarter turn clockwise on the screen, twice the size: (u, v) -> (-2 v + 300, 2 u + 40).
    List<Point> turned =
        Alignment.ARCFACE.stream().map(p -> new Point(-2 * p.y() + 300, 2 * p.x() + 40)).toList();
    Alignment to = Alignment.toArcFace(landmarks(turned));
    assertEquals(0, to.a(), 1e-12);
    assertEquals(2, to.b(), 1e-12);
    assertEquals(2, to.scale(), 1e-12);
    assertEquals(300, to.tx(), 1e-9);
    assertEquals(40, to.ty(), 1e-9);
    assertEquals(new Point(300 - 2 * 20.0, 40 + 2 * 10.0).x(), to.apply(10, 20).x(), 1e-9);
    assertEquals(60, to.apply(10, 20).y(), 1e-9);
  }

  @Test
  void whatNoSimilarityExplainsIsSpreadOverAllPoints() {
    // One eye moved by 5 pixels shifts the centre by 1: the fit must move with it.
    List<Point> moved =
        List.of(
            new Point(38.2946, 56.6963),
            Alignment.ARCFACE.get(1),
            Alignment.ARCFACE.get(2),
            Alignment.ARCFACE.get(3),
            Alignment.ARCFACE.get(4));
    Alignment to = Alignment.toArcFace(landmarks(moved));
    Point centre = to.apply(56.02616, 71.90078); // the template's centre
    assertEquals(56.02616, centre.x(), 1e-4);
    assertEquals(72.90078, centre.y(), 1e-4);
  }

  @Test
  void aProfileIsNotTakenForASmallerFace() {
    // Turned aside, a face keeps its height; all that is across becomes narrower.
    List<Point> profile =
        Alignment.ARCFACE.stream().map(p -> new Point(56 + 0.4 * (p.x() - 56), p.y())).toList();
    assertEquals(1, Alignment.toArcFace(landmarks(profile)).scale(), 1e-4);
  }
}
