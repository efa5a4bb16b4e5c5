package io.github.idols.vision.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines of a TrueType font's glyphs.
 *
 * <p>It reads them itself, by Apache FontBox: the JDK's own fonts want a font system (fontconfig),
 * which bare machines and AWS Lambda lack. Lengths are in pixels for a given size, the size being
 * the font's em; y grows downwards and the baseline is at 0. Text is normalised to NFC and laid out
 * from left to right without kerning. Safe for use by several threads; holds no native memory.
 */
public final class Font {
  /** The bold Hangul and Latin font that the models module carries. */
  private static final String BUNDLED = "/fonts/GothicA1-Bold.ttf";

  private static final String ELLIPSIS = "…";

  /** Drawn for what the font lacks, so that a reader sees that something is missing. */
  private static final double MISSING_ADVANCE = 0.7;

  private record Glyph(Path2D outline, double advance) {}

  private final TrueTypeFont font;
  private final CmapLookup cmap;
  private final double unitsPerEm;
  private final double capHeight;
  private final Map<Integer, Glyph> glyphs = new HashMap<>();

  private Font(TrueTypeFont font) throws IOException {
    this.font = font;
    cmap = font.getUnicodeCmapLookup();
    unitsPerEm = font.getUnitsPerEm();
    capHeight = -glyph('H').outline().getBounds2D().getMinY();
  }

  /**
   * The font that comes with the program.
   *
   * @throws IOException when it is not on the class path or cannot be read
   */
  public static Font bundled() throws IOException {
    try (InputStream in = Font.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new FileNotFoundException(
            "the font " + BUNDLED + " is missing from the class path: build the module models");
      }
      return read(in);
    }
  }

  /**
   * Reads a TrueType font; the stream is read to its end and left open.
   *
   * @throws IOException when it cannot be read or is no TrueType font with outlines
   */
  public static Font read(InputStream in) throws IOException {
    return new Font(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
  }

  /** Height of a capital letter above the baseline. */
  public double capHeight(double size) {
    return capHeight * size;
  }

  /** How far the pen moves over the whole text. */
  public double width(String text, double size) {
    return normalised(text).codePoints().mapToDouble(c -> glyph(c).advance()).sum() * size;
  }

  /** The text's outline, beginning at (0, 0) on the baseline; filled by the non-zero rule. */
  public Path2D outline(String text, double size) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double pen = 0;
    for (int codePoint : normalised(text).codePoints().toArray()) {
      Glyph glyph = glyph(codePoint);
      AffineTransform place = AffineTransform.getTranslateInstance(pen, 0);
      place.scale(size, size);
      path.append(glyph.outline().getPathIterator(place), false);
      pen += glyph.advance() * size;
    }
    return path;
  }

  /** The text, its end cut and marked by an ellipsis where it is wider than {@code width}. */
  public String fit(String text, double size, double width) {
    String whole = normalised(text);
    if (width(whole, size) <= width) {
      return whole;
    }
    int end = whole.length();
    while (end > 0) {
      end = whole.offsetByCodePoints(end, -1);
      String cut = whole.substring(0, end).stripTrailing() + ELLIPSIS;
      if (width(cut, size) <= width) {
        return cut;
      }
    }
    return ELLIPSIS;
  }

  /** Composed, on one line, without the characters that only steer others. */
  private static String normalised(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .forEach(visible::appendCodePoint);
    return visible.toString().strip();
  }

  /** In ems. Synchronised because FontBox reads glyphs lazily from one shared position. */
  private synchronized Glyph glyph(int codePoint) {
    return glyphs.computeIfAbsent(codePoint, this::readGlyph);
  }

  private Glyph readGlyph(int codePoint) {
    int id = cmap.getGlyphId(codePoint);
    if (id == 0) {
      return new Glyph(missingOutline(), MISSING_ADVANCE);
    }
    try {
      Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
      GlyphData data = font.getGlyph().getGlyph(id);
      if (data != null) {
        AffineTransform toEms = AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm);
        outline.append(data.getPath().getPathIterator(toEms), false);
      }
      return new Glyph(outline, font.getAdvanceWidth(id) / unitsPerEm);
    } catch (IOException e) {
      // One damaged glyph must not cost the video.
      return new Glyph(missingOutline(), MISSING_ADVANCE);
    }
  }

  /** A hollow box: the inner rectangle runs the other way round, thus the non-zero rule cuts it. */
  private static Path2D missingOutline() {
    Path2D box = new Path2D.Double(Path2D.WIND_NON_ZERO);
    box.moveTo(0.08, 0);
    box.lineTo(0.62, 0);
    box.lineTo(0.62, -0.72);
    box.lineTo(0.08, -0.72);
    box.closePath();
    box.moveTo(0.15, -0.07);
    box.lineTo(0.15, -0.65);
    box.lineTo(0.55, -0.65);
    box.lineTo(0.55, -0.07);
    box.closePath();
    return box;
  }
}
