package io.github.idols.vision.render;

import io.github.idols.core.video.Frame;
import io.github.idols.vision.image.Scaler;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A picture of small frames from all over a video, each with the time that it is shown at.
 *
 * <p>{@link #pick} says which frames to {@link #add}. Frames may be added in any order and by
 * several threads; their pixels are copied.
 */
public final class ContactSheet {
  private static final int COLUMNS = 4;
  private static final int ROWS = 5;

  /** How many frames make a full sheet. */
  public static final int FRAMES = COLUMNS * ROWS;

  private static final int LONGER_SIDE = 384;
  private static final int GAP = 10;
  private static final int TEXT = 17;
  private static final float QUALITY = 0.9f;

  /** Names on a small picture of a video need larger letters than on the video. */
  private static final double LABEL_SCALE = 2.4;

  private static final Rgb PAPER = Rgb.of(0x16181C);

  /** Packed RGB. */
  private static final class Tile {
    final int width;
    final int height;
    final byte[] rgb;

    Tile(int width, int height, byte[] rgb) {
      this.width = width;
      this.height = height;
      this.rgb = rgb;
    }
  }

  private final Font font;
  private final NameSprites sprites;
  private final double sampleAspect;
  private final TreeMap<Double, Tile> tiles = new TreeMap<>();

  /**
   * An empty sheet.
   *
   * @param picture the format of the frames to come, whose pixels may not be square
   */
  public ContactSheet(Font font, PictureFormat picture) {
    this.font = font;
    sprites = new NameSprites(font);
    double aspect = picture.sampleAspect().value();
    sampleAspect = aspect > 0 ? aspect : 1;
  }

  /**
   * Frames spread evenly over a video, each moved, within its share of the video, to the nearest
   * one with a known face, or else with any face.
   *
   * @param frames how many the video has
   * @return numbers from 0, at most {@link #FRAMES} of them
   */
  public static SortedSet<Long> pick(LabelIndex labels, long frames) {
    SortedSet<Long> picked = new TreeSet<>();
    for (int i = 0; i < FRAMES; i++) {
      long from = i * frames / FRAMES;
      long to = (i + 1) * frames / FRAMES;
      if (from < to) {
        picked.add(pick(labels, from, to));
      }
    }
    return picked;
  }

  private static long pick(LabelIndex labels, long from, long to) {
    long middle = (from + to) / 2;
    long withAny = -1;
    for (long away = 0; away <= to - from; away++) {
      for (long frame : new long[] {middle - away, middle + away}) {
        if (frame < from || frame >= to) {
          continue;
        }
        List<Mark> marks = labels.at(frame);
        if (marks.stream().anyMatch(Mark::isKnown)) {
          return frame;
        }
        withAny = withAny < 0 && !marks.isEmpty() ? frame : withAny;
      }
    }
    return withAny < 0 ? middle : withAny;
  }

  /**
   * Adds a frame and draws its labels, in letters that stay legible.
   *
   * @param source a frame without labels; it is not changed
   * @param marks its labels
   * @param seconds when it is shown
   */
  public void add(Frame source, List<Mark> marks, double seconds) {
    double wide = source.width() * sampleAspect;
    double scale = LONGER_SIDE / Math.max(wide, source.height());
    int width = (int) Math.max(1, Math.round(wide * scale));
    int height = (int) Math.max(1, Math.round(source.height() * scale));
    byte[] rgb = new byte[3 * width * height];
    try (Canvas canvas = new Canvas(source.width(), source.height());
        Scaler scaler = new Scaler(width, height, Scaler.Quality.AREA)) {
      Frame painted = canvas.copy(source);
      new LabelPainter(sprites, LABEL_SCALE).paint(painted, marks);
      scaler.rgb(painted).get(rgb);
    }
    Tile tile = new Tile(width, height, rgb);
    print(tile, timecode(seconds));
    synchronized (tiles) {
      tiles.put(seconds, tile);
    }
  }

  /** Minutes, seconds and tenths: {@code 1:02.5}. */
  static String timecode(double seconds) {
    long tenths = Math.round(Math.max(0, seconds) * 10);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }

  /** Prints the time into the lower left corner. */
  private void print(Tile tile, String text) {
    double padding = TEXT * 0.4;
    double width = font.width(text, TEXT) + 2 * padding;
    double height = TEXT * 1.4;
    double top = tile.height - height - 6;
    fill(tile, new RoundRectangle2D.Double(6, top, width, height, 8, 8), Rgb.BLACK, 0.6f);
    double baseline = top + (height + font.capHeight(TEXT)) / 2;
    Shape letters =
        AffineTransform.getTranslateInstance(6 + padding, baseline)
            .createTransformedShape(font.outline(text, TEXT));
    fill(tile, letters, Rgb.WHITE, 1);
  }

  private static void fill(Tile tile, Shape shape, Rgb color, float opacity) {
    float[] shares = Coverage.of(shape, tile.width, tile.height);
    int[] parts = {color.red(), color.green(), color.blue()};
    for (int i = 0; i < 3 * shares.length; i++) {
      float share = shares[i / 3] * opacity;
      int under = tile.rgb[i] & 0xFF;
      tile.rgb[i] = (byte) Math.round(under + (parts[i % 3] - under) * share);
    }
  }

  /**
   * Writes the sheet as a JPEG file, which appears when it is whole.
   *
   * @throws IOException when it cannot be written
   * @throws IllegalStateException when nothing was added
   */
  public void write(Path target) throws IOException {
    BufferedImage sheet = draw();
    Path unfinished = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream file = Files.newOutputStream(unfinished)) {
        Jpeg.write(sheet, QUALITY, file);
      }
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private BufferedImage draw() {
    List<Tile> all;
    synchronized (tiles) {
      all = new ArrayList<>(tiles.values());
    }
    if (all.isEmpty()) {
      throw new IllegalStateException("a contact sheet needs at least one frame");
    }
    int width = all.stream().mapToInt(tile -> tile.width).max().orElseThrow();
    int height = all.stream().mapToInt(tile -> tile.height).max().orElseThrow();
    int columns = Math.min(COLUMNS, all.size());
    int rows = (all.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(
            GAP + columns * (width + GAP), GAP + rows * (height + GAP), BufferedImage.TYPE_INT_RGB);
    int paper = PAPER.red() << 16 | PAPER.green() << 8 | PAPER.blue();
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        sheet.setRGB(x, y, paper);
      }
    }
    for (int i = 0; i < all.size(); i++) {
      int left = GAP + i % columns * (width + GAP);
      int top = GAP + i / columns * (height + GAP);
      paste(all.get(i), sheet, left, top);
    }
    return sheet;
  }

  private static void paste(Tile tile, BufferedImage sheet, int left, int top) {
    for (int y = 0; y < tile.height; y++) {
      for (int x = 0; x < tile.width; x++) {
        int at = 3 * (y * tile.width + x);
        int rgb =
            (tile.rgb[at] & 0xFF) << 16
                | (tile.rgb[at + 1] & 0xFF) << 8
                | (tile.rgb[at + 2] & 0xFF);
        sheet.setRGB(left + x, top + y, rgb);
      }
    }
  }
}
