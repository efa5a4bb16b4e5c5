package io.github.idols.vision.render;

import io.github.idols.core.video.ColorSpace;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Name plates, each drawn once for a text, look and size, and kept.
 *
 * <p>Safe for use by several threads: all painters of a video share one.
 */
public final class NameSprites {
  /** Far more than the names of a group in two sizes; a bound all the same. */
  private static final int KEPT = 512;

  /** Where a plate stands between two chroma samples: one plate for each of the four cases. */
  private record Key(String text, int person, int size, int oddX, int oddY, ColorSpace space) {}

  private final Font font;
  private final Map<Key, Sprite> sprites =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sprite> eldest) {
          return size() > KEPT;
        }
      };

  public NameSprites(Font font) {
    this.font = font;
  }

  /** Pixels from the upper to the lower edge of a plate, its outline included. */
  static int height(int size) {
    return (int) Math.round(1.5 * size) + 2 * outline(size);
  }

  /** Pixels from the left to the right edge of a plate, its outline included. */
  int width(String text, int size) {
    return (int) Math.ceil(font.width(text, size) + 2 * padding(size)) + 2 * outline(size);
  }

  /** The text as far as it fits on a plate of at most {@code width} pixels. */
  String fit(String text, int size, int width) {
    return font.fit(text, size, width - 2 * padding(size) - 2 * outline(size));
  }

  /**
   * The plate for a place whose x and y are odd or even; drawn at the next even place to the left
   * and above.
   */
  synchronized Sprite plate(String text, int person, int size, int x, int y, ColorSpace space) {
    return sprites.computeIfAbsent(new Key(text, person, size, x & 1, y & 1, space), this::draw);
  }

  private Sprite draw(Key key) {
    int size = key.size;
    int width = width(key.text, size);
    int height = height(size);
    int outline = outline(size);
    double textY = key.oddY + (height + font.capHeight(size)) / 2;
    double textX = key.oddX + outline + padding(size);
    Shape text =
        AffineTransform.getTranslateInstance(textX, textY)
            .createTransformedShape(font.outline(key.text, size));
    Shape whole = plateShape(key.oddX, key.oddY, width, height, size * 0.36 + outline);
    Sprite.Sheet sheet = new Sprite.Sheet(width + key.oddX, height + key.oddY);
    if (key.person == Mark.UNKNOWN) {
      sheet.fill(whole, Rgb.BLACK, 0.55).fill(text, Palette.UNKNOWN, 1);
    } else {
      Rgb color = Palette.person(key.person);
      Shape inner =
          plateShape(
              key.oddX + outline,
              key.oddY + outline,
              width - 2 * outline,
              height - 2 * outline,
              size * 0.36);
      sheet.fill(whole, Rgb.BLACK, 0.5).fill(inner, color, 1).fill(text, color.ink(), 1);
    }
    return sheet.toSprite(key.space);
  }

  private static Shape plateShape(double x, double y, double width, double height, double radius) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }

  private static int outline(int size) {
    return Math.max(1, size / 20);
  }

  private static double padding(int size) {
    return 0.45 * size;
  }
}
