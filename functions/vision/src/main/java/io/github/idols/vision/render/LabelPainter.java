package io.github.idols.vision.render;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws boxes and name plates on frames, straight on their Y, U and V planes.
 *
 * <p>Boxes may reach over the frame's edges or lie outside of it: nothing outside of the planes is
 * touched. Plates go on top of all boxes. It remembers where plates were on the frame before, thus
 * one painter serves one run of frames; not safe for use by several threads.
 */
public final class LabelPainter {
  /** Radius of a box's corners, of the line's width. */
  private static final double ROUNDNESS = 2.2;

  /** Of the frame's width; longer names are cut. */
  private static final double WIDEST_PLATE = 0.3;

  /** Known faces first, then the larger ones: they choose their plates' places first. */
  private static final Comparator<Mark> IMPORTANT_FIRST =
      Comparator.comparing(Mark::isKnown)
          .thenComparing(mark -> mark.box().area())
          .reversed()
          .thenComparing(Mark::track);

  private final NameSprites sprites;
  private final double scale;
  private final PlateLayout layout = new PlateLayout();

  /** A painter for one run of frames; the plates may be shared. */
  public LabelPainter(NameSprites sprites) {
    this(sprites, 1);
  }

  /**
   * A painter of larger lines and letters, for frames that will be shrunk.
   *
   * @param scale how many times as large as usual
   */
  LabelPainter(NameSprites sprites, double scale) {
    this.sprites = sprites;
    this.scale = scale;
  }

  /**
   * Whether a face of this height calls for the smaller plate.
   *
   * @param faceHeight in pixels of the frame
   */
  public static boolean isSmall(double faceHeight, int frameWidth, int frameHeight) {
    return faceHeight < Math.min(frameWidth, frameHeight) / 9.0;
  }

  /**
   * Draws.
   *
   * @param frame with planes that may be written
   * @param marks in any order
   */
  public void paint(Frame frame, List<Mark> marks) {
    List<Mark> ordered = new ArrayList<>(marks);
    ordered.sort(IMPORTANT_FIRST);
    double side = scale * Math.min(frame.width(), frame.height());
    double line = Math.max(2, side / 270);
    for (int i = ordered.size() - 1; i >= 0; i--) {
      stroke(ordered.get(i), line, frame).draw(frame, ordered.get(i).box());
    }
    List<PlateLayout.Plate> plates = new ArrayList<>(ordered.size());
    List<String> texts = new ArrayList<>(ordered.size());
    for (Mark mark : ordered) {
      int size = textSize(mark, side);
      String text = sprites.fit(mark.name(), size, (int) (WIDEST_PLATE * frame.width()));
      texts.add(text);
      plates.add(new PlateLayout.Plate(mark, sprites.width(text, size), NameSprites.height(size)));
    }
    List<Box> places = layout.place(plates, line, frame.width(), frame.height());
    // The most important plate last, on top.
    for (int i = ordered.size() - 1; i >= 0; i--) {
      Mark mark = ordered.get(i);
      int x = (int) places.get(i).x();
      int y = (int) places.get(i).y();
      sprites
          .plate(texts.get(i), mark.person(), textSize(mark, side), x, y, frame.color())
          .drawOn(frame, x & ~1, y & ~1);
    }
  }

  private static int textSize(Mark mark, double side) {
    double share = mark.isKnown() ? mark.small() ? 48 : 34 : mark.small() ? 60 : 50;
    return (int) Math.max(10, Math.round(side / share));
  }

  private static BoxStroke stroke(Mark mark, double line, Frame frame) {
    double width = mark.isKnown() ? mark.small() ? 0.75 * line : line : 0.5 * line;
    Rgb color = mark.isKnown() ? Palette.person(mark.person()) : Palette.UNKNOWN;
    return new BoxStroke(
        Math.max(1.5, width),
        Math.max(1, width / 3),
        ROUNDNESS * line,
        color.in(frame.color()),
        Rgb.BLACK.in(frame.color()));
  }
}
