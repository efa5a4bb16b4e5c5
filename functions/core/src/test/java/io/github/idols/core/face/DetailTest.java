package io.github.idols.core.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DetailTest {
  @Test
  void theFinerTheWavesTheMoreDetail() {
    double before = 1;
    for (double pixels : new double[] {4, 7, 12, 24, 48}) {
      double measure = Detail.measure(AlignedFaces.waves(pixels));
      assertTrue(measure > 0 && measure < before, pixels + " pixels: " + measure);
      before = measure;
    }
  }

  @Test
  void fineWavesAreFullDetailAndLongOnesAQuarter() {
    assertEquals(Detail.FULL, Detail.of(Detail.measure(AlignedFaces.waves(5))));
    assertEquals(Detail.QUARTER, Detail.of(Detail.measure(AlignedFaces.waves(40))));
  }

  @Test
  void whatIsMadeSoftIsFoundToBeSoft() {
    AlignedFace sharp =
        AlignedFaces.of((x, y, c) -> 128 + 50 * Math.sin(x * 1.9) + 50 * Math.sin(y / 9.0));
    assertEquals(Detail.FULL, Detail.of(Detail.measure(sharp)));
    assertTrue(Detail.measure(sharp.softened(2)) < Detail.measure(sharp) / 2);
    assertEquals(Detail.QUARTER, Detail.of(Detail.measure(sharp.softened(4))));
  }

  @Test
  void aFaceWithoutLightAndShadeShowsNothing() {
    assertEquals(0, Detail.measure(AlignedFaces.of((x, y, c) -> 90)));
  }

  @Test
  void softeningKeepsWhatIsAllAlikeAndSlopesAndNothingFiner() {
    AlignedFace slope = AlignedFaces.of((x, y, c) -> 20 + 2 * x);
    for (int pixels : new int[] {1, 2, 4}) {
      AlignedFace soft = slope.softened(pixels);
      assertEquals(20 + 2 * 50, AlignedFaces.sample(soft, 50, 60, 1), 1, pixels + " pixels");
    }
    AlignedFace board = AlignedFaces.of((x, y, c) -> (x + y) % 2 == 0 ? 200 : 100);
    assertEquals(200, AlignedFaces.sample(board.softened(1), 50, 60, 0));
    assertEquals(150, AlignedFaces.sample(board.softened(2), 50, 60, 0));
  }

  @Test
  void squaresMustDivideTheFace() {
    AlignedFace face = AlignedFaces.waves(10);
    assertThrows(IllegalArgumentException.class, () -> face.softened(3));
    assertThrows(IllegalArgumentException.class, () -> face.softened(0));
  }
}
