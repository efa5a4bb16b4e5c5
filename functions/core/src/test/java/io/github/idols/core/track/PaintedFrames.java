package io.github.idols.core.track;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;

/** Frames in memory whose luma a function paints. */
final class PaintedFrames implements Frames {
  static final int WIDTH = 192;
  static final int HEIGHT = 108;

  /** Luma 0 to 1 at places 0 to 1. */
  interface Picture extends ToDoubleBiFunction<Double, Double> {
    default Picture brightness(double gain) {
      return (x, y) -> Math.min(1, gain * applyAsDouble(x, y));
    }

    default Picture fadedTo(Picture other, double share) {
      return (x, y) -> (1 - share) * applyAsDouble(x, y) + share * other.applyAsDouble(x, y);
    }

    default Picture movedBy(double dx) {
      return (x, y) -> applyAsDouble(x + dx, y);
    }
  }

  /** A scene of soft stripes; other numbers give scenes that have nothing to do with it. */
  static Picture scene(int number) {
    double a = 3 + 2.7 * number;
    double b = 5 + 1.9 * number * number;
    return (x, y) -> 0.45 + 0.25 * Math.sin(a * x + number) + 0.2 * Math.cos(b * y + a * x);
  }

  private final List<Picture> pictures;
  private int next;

  PaintedFrames(List<Picture> pictures) {
    this.pictures = List.copyOf(pictures);
  }

  static PaintedFrames of(int count, IntFunction<Picture> picture) {
    return new PaintedFrames(java.util.stream.IntStream.range(0, count).mapToObj(picture).toList());
  }

  static Frame frame(long index, Picture picture) {
    ByteBuffer y = ByteBuffer.allocateDirect(WIDTH * HEIGHT);
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        double light = picture.applyAsDouble((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT);
        y.put(row * WIDTH + column, (byte) Math.round(16 + 219 * light));
      }
    }
    int cw = WIDTH / 2;
    int ch = HEIGHT / 2;
    Plane chroma = new Plane(ByteBuffer.allocateDirect(cw * ch), cw, cw, ch);
    return new Frame(
        index,
        index * 1001,
        WIDTH,
        HEIGHT,
        new Plane(y, WIDTH, WIDTH, HEIGHT),
        chroma,
        chroma,
        new ColorSpace(ColorSpace.Matrix.BT709, false));
  }

  @Override
  public Optional<Frame> next() {
    if (next == pictures.size()) {
      return Optional.empty();
    }
    Frame frame = frame(next, pictures.get(next));
    next++;
    return Optional.of(frame);
  }

  @Override
  public void close() {}
}
