package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.ColorSpace.Matrix;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RgbTest {
  @Test
  void coloursFollowTheMatrixAndTheRangeOfTheVideo() {
    Rgb red = new Rgb(255, 0, 0);

    // ITU-R BT.601 and BT.709, 8 bits: the well-known values of pure red.
    assertEquals(new Rgb.Yuv(81, 90, 240), red.in(new ColorSpace(Matrix.BT601, false)));
    assertEquals(new Rgb.Yuv(63, 102, 240), red.in(new ColorSpace(Matrix.BT709, false)));
    assertEquals(new Rgb.Yuv(76, 85, 255), red.in(new ColorSpace(Matrix.BT601, true)));
    assertEquals(new Rgb.Yuv(235, 128, 128), Rgb.WHITE.in(new ColorSpace(Matrix.BT2020, false)));
    assertEquals(new Rgb.Yuv(16, 128, 128), Rgb.BLACK.in(new ColorSpace(Matrix.BT709, false)));
  }

  @Test
  void inkIsBlackOnLightAndWhiteOnDark() {
    assertSame(Rgb.BLACK, Rgb.of(0xF0E442).ink());
    assertSame(Rgb.WHITE, Rgb.of(0x0072B2).ink());
  }

  @Test
  void aGroupOfTwentyOneHasTwentyOneColours() {
    Set<Rgb> colors = new HashSet<>();
    for (int place = 0; place < 21; place++) {
      colors.add(Palette.person(place));
    }

    assertEquals(21, colors.size());
  }
}
