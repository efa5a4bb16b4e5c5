package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FontTest {
  private static final int SIDE = 64;

  private final Font font;

  FontTest() throws IOException {
    font = Font.bundled();
  }

  @Test
  void hangulIsDrawnByGlyphsOfItsOwn() {
    float[] missing = pixels("\uE123");

    assertFalse(Arrays.equals(missing, pixels("제")));
    assertFalse(Arrays.equals(pixels("제"), pixels("니")));
  }

  @Test
  void theAccentOfRoseIsDrawn() {
    assertTrue(sum(pixels("é")) > sum(pixels("e")) + 2);
  }

  @Test
  void aLetterAndItsAccentApartLookLikeTheComposedOne() {
    assertArrayEquals(pixels("é"), pixels("e\u0301"));
    assertArrayEquals(pixels("제"), pixels("\u110C\u1166"));
  }

  @Test
  void whatTheFontLacksIsDrawnAsAHollowBox() {
    float[] box = pixels("\uE123");

    assertArrayEquals(box, pixels("\uD83D\uDE00"));
    assertTrue(sum(box) > 50);
    // The middle is empty: em of 40 at (8, 48), the box spans 0.7 em.
    assertEquals(0, box[34 * SIDE + 22]);
  }

  @Test
  void charactersThatOnlySteerOthersAreLeftOut() {
    assertEquals(font.width("ab", 20), font.width("a\u200D\u202Eb", 20));
    assertEquals(font.width("a b", 20), font.width("a\nb ", 20));
  }

  @Test
  void aNameThatFitsStaysWhole() {
    assertEquals("Rosé", font.fit("Rose\u0301", 30, 500));
  }

  @Test
  void aLongNameIsCutWithAnEllipsis() {
    String cut = font.fit("The artist formerly known by another name", 30, 200);

    assertTrue(cut.startsWith("The art") && cut.endsWith("…"), cut);
    assertTrue(font.width(cut, 30) <= 200);
    assertTrue(font.width(cut, 30) > 150);
  }

  @Test
  void aCutNeverSplitsACharacterOfTwoUnits() {
    for (int width = 10; width < 200; width++) {
      String cut = font.fit("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 30, width);
      assertTrue(cut.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE), cut);
    }
  }

  @Test
  void whatIsNoFontIsRefused() {
    assertThrows(
        IOException.class, () -> Font.read(new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5})));
  }

  private float[] pixels(String text) {
    return Coverage.of(
        AffineTransform.getTranslateInstance(8, 48).createTransformedShape(font.outline(text, 40)),
        SIDE,
        SIDE);
  }

  private static double sum(float[] shares) {
    double sum = 0;
    for (float share : shares) {
      sum += share;
    }
    return sum;
  }
}
