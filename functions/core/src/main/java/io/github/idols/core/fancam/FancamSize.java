package io.github.idols.core.fancam;

/**
 * How large a fancam's pictures are: 9:16, even sides.
 *
 * @param width pixels from left to right
 * @param height pixels from top to bottom
 */
public record FancamSize(int width, int height) {
  /** What phones show; more would be made up by scaling. */
  private static final int TALLEST = 1920;

  private static final int SMALLEST_SIDE = 16;

  /**
   * The largest window that a frame has room for.
   *
   * @throws IllegalArgumentException when the frame is under 16 pixels wide or under 30 high
   */
  public static FancamSize roomIn(int frameWidth, int frameHeight) {
    int height = even(Math.min(frameHeight, frameWidth * 16 / 9));
    FancamSize size = new FancamSize(Math.min(widthFor(height), even(frameWidth)), height);
    if (size.width < SMALLEST_SIDE || size.height < SMALLEST_SIDE) {
      throw new IllegalArgumentException(
          "a picture of %dx%d pixels has no room for a fancam".formatted(frameWidth, frameHeight));
    }
    return size;
  }

  /** What is written for a video: as large as the frame has room for, 1080x1920 at most. */
  public static FancamSize written(int frameWidth, int frameHeight) {
    FancamSize room = roomIn(frameWidth, frameHeight);
    return room.height > TALLEST ? new FancamSize(widthFor(TALLEST), TALLEST) : room;
  }

  /** The even width that comes next to 9:16. */
  static int widthFor(int height) {
    return (int) (2 * Math.round(height * 9 / 32.0));
  }

  static int even(double pixels) {
    return (int) pixels & -2;
  }
}
