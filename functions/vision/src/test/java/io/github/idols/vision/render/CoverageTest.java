package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void pixelsAreCoveredByTheirShare() {
    float[] shares = Coverage.of(new Rectangle2D.Double(0.25, 0.5, 1.5, 1), 3, 2);

    assertArrayEquals(new float[] {0.375f, 0.375f, 0, 0.375f, 0.375f, 0}, shares, 1e-6f);
  }

  @Test
  void aCircleCoversItsArea() {
    float[] shares = Coverage.of(new Ellipse2D.Double(2, 2, 20, 20), 24, 24);

    double area = 0;
    for (float share : shares) {
      area += share;
    }
    assertEquals(Math.PI * 100, area, 1);
    assertEquals(1, shares[12 * 24 + 12]);
  }

  @Test
  void overlappingOutlinesOfOneDirectionStaySolid() {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.append(new Rectangle2D.Double(0, 0, 2, 1), false);
    path.append(new Rectangle2D.Double(1, 0, 2, 1), false);

    assertArrayEquals(new float[] {1, 1, 1}, Coverage.of(path, 3, 1), 1e-6f);
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    assertArrayEquals(
        new float[] {1, 1, 1, 1},
        Coverage.of(new Rectangle2D.Double(-100, -100, 200, 200), 2, 2),
        1e-6f);
  }
}
