package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureTraitsTest {
  private static final int SIZE = AlignedFace.SIZE;
  private static final Landmarks AHEAD = landmarks(50);

  @Test
  void aFaceThatLooksAheadIsNotTurned() {
    assertEquals(0, traits(landmarks(50)).turn(), 1e-9);
  }

  @Test
  void aTurnIsToldByTheNoseBetweenTheEyes() {
    assertEquals(-0.5, traits(landmarks(40)).turn(), 1e-9);
    assertEquals(0.5, traits(landmarks(60)).turn(), 1e-9);
    // In profile the nose lies beyond the far eye.
    assertEquals(1, traits(landmarks(80)).turn());
    assertEquals(-1, traits(landmarks(20)).turn());
  }

  @Test
  void aTiltedHeadIsNoTurnedOne() {
    // The head lies on its side: the eyes one above the other, the nose beside the middle.
    Landmarks tilted =
        new Landmarks(
            new Point(100, 30),
            new Point(100, 70),
            new Point(80, 50),
            new Point(60, 35),
            new Point(60, 65));
    assertEquals(0, traits(tilted).turn(), 1e-9);
  }

  @Test
  void eyesInOnePlaceTellNoTurn() {
    Point p = new Point(5, 5);
    assertEquals(0, traits(new Landmarks(p, p, p, p, p)).turn());
  }

  @Test
  void blurMakesAFaceLessSharp() {
    int[] sharp = noise();
    int[] soft = blurred(sharp);
    int[] softer = blurred(blurred(soft));
    double most = sharpness(sharp);
    double less = sharpness(soft);
    double least = sharpness(softer);
    assertTrue(most > 3 * less && less > 3 * least, most + ", " + less + ", " + least);
  }

  @Test
  void aDimFaceIsAsSharpAsABrightOne() {
    int[] bright = blurred(noise());
    int[] dim = bright.clone();
    for (int i = 0; i < dim.length; i++) {
      dim[i] = 10 + dim[i] / 2;
    }
    assertEquals(1, sharpness(dim) / sharpness(bright), 0.1);
  }

  @Test
  void aPlainSurfaceIsNotSharpAtAll() {
    assertEquals(0, sharpness(new int[SIZE * SIZE]));
  }

  @Test
  void aCopyInOtherLightHasTheSamePattern() {
    int[] luma = blurred(noise());
    int[] brighter = luma.clone();
    for (int i = 0; i < brighter.length; i++) {
      brighter[i] = 20 + brighter[i] * 4 / 5;
    }
    assertTrue(of(luma).differences(of(brighter)) <= 2);
    assertEquals(0, of(luma).differences(of(luma)));
  }

  @Test
  void anotherFaceHasAnotherPattern() {
    int[] luma = blurred(noise());
    int[] mirrored = new int[luma.length];
    for (int i = 0; i < luma.length; i++) {
      mirrored[i] = luma[i / SIZE * SIZE + SIZE - 1 - i % SIZE];
    }
    assertTrue(of(luma).differences(of(mirrored)) > 16);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PictureTraits(1.1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new PictureTraits(Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new PictureTraits(0, -0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new PictureTraits(0, Double.NaN, 0));
  }

  /** Eyes at 30 and 70, the nose somewhere. */
  private static Landmarks landmarks(double nose) {
    return new Landmarks(
        new Point(30, 40),
        new Point(70, 40),
        new Point(nose, 60),
        new Point(35, 80),
        new Point(65, 80));
  }

  private static PictureTraits traits(Landmarks landmarks) {
    return PictureTraits.of(landmarks, new AlignedFace(new byte[SIZE * SIZE * 3]));
  }

  private static double sharpness(int[] luma) {
    return of(luma).sharpness();
  }

  private static PictureTraits of(int[] luma) {
    byte[] rgb = new byte[luma.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) luma[i / 3];
    }
    return PictureTraits.of(AHEAD, new AlignedFace(rgb));
  }

  private static int[] noise() {
    Random random = new Random(1);
    return random.ints(SIZE * SIZE, 0, 256).toArray();
  }

  /** The mean of 3 x 3 pixels. */
  private static int[] blurred(int[] luma) {
    int[] out = luma.clone();
    for (int y = 1; y < SIZE - 1; y++) {
      for (int x = 1; x < SIZE - 1; x++) {
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            sum += luma[(y + dy) * SIZE + x + dx];
          }
        }
        out[y * SIZE + x] = sum / 9;
      }
    }
    return out;
  }
}
