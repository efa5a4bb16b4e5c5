package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_allocVec;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeVec;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.github.idols.core.fancam.CropWindow;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.util.Optional;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.ffmpeg.swscale.SwsVector;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Cuts a window out of a frame and scales it, by FFmpeg's swscale, at any place between pixels: a
 * slow pan that went in whole pixels would be seen to go in steps.
 *
 * <p>swscale begins at whole pixels, and with half-size chroma at even ones. The rest, up to one
 * pixel to either side, goes into the filters that it applies before scaling: the four weights of a
 * cubic convolution (R. Keys, "Cubic convolution interpolation for digital image processing", 1981,
 * a = -1/2) for luma, and those of half the way for chroma. A native context serves one place; for
 * a window at rest it is made once.
 *
 * <p>Not safe for use by several threads; {@link #close} frees the native memory.
 */
final class WindowCutter implements AutoCloseable {
  /** Two pixels to either side of the one in the middle. */
  private static final int TAPS = 5;

  /** What a native context was made for. */
  private record Key(int width, int height, int toWidth, int toHeight, double right, double down) {}

  private record Made(Key key, SwsContext context) {}

  private final PointerPointer<BytePointer> source = new PointerPointer<>(4);
  private final IntPointer sourceStrides = new IntPointer(4);
  private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
  private final IntPointer targetStrides = new IntPointer(4);
  private Optional<Made> last = Optional.empty();

  WindowCutter() {
    Ffmpeg.quiet();
  }

  /**
   * Fills a frame with a window of another.
   *
   * @param into its planes are written, from edge to edge
   * @throws IllegalArgumentException when the window is not inside the frame
   */
  void cut(Frame from, CropWindow window, Frame into) {
    int x = even(window.x(), from.width() - window.width());
    int y = even(window.y(), from.height() - window.height());
    put(source, sourceStrides, 0, from.y(), x, y);
    put(source, sourceStrides, 1, from.u(), x / 2, y / 2);
    put(source, sourceStrides, 2, from.v(), x / 2, y / 2);
    put(target, targetStrides, 0, into.y(), 0, 0);
    put(target, targetStrides, 1, into.u(), 0, 0);
    put(target, targetStrides, 2, into.v(), 0, 0);
    Key key =
        new Key(
            window.width(),
            window.height(),
            into.width(),
            into.height(),
            window.x() - x,
            window.y() - y);
    int rows =
        sws_scale(context(key), source, sourceStrides, 0, window.height(), target, targetStrides);
    if (rows < 0) {
      throw new IllegalStateException("a window could not be scaled: " + Ffmpeg.message(rows));
    }
  }

  @Override
  public void close() {
    last.ifPresent(made -> sws_freeContext(made.context()));
    last = Optional.empty();
    source.close();
    sourceStrides.close();
    target.close();
    targetStrides.close();
  }

  /** The even pixel next to a place, such that a window from there on ends inside the frame. */
  private static int even(double place, int most) {
    if (!(place >= 0 && place <= most)) {
      throw new IllegalArgumentException(
          "a window at %s, which may be at most at %d".formatted(place, most));
    }
    return (int) Math.min(2 * Math.round(place / 2), most & -2);
  }

  private static void put(
      PointerPointer<BytePointer> pointers,
      IntPointer strides,
      int number,
      Plane plane,
      int x,
      int y) {
    // A plain view of the frame's memory: nothing is allocated natively, so nothing is to be freed.
    BytePointer start = new BytePointer(plane.bytes());
    pointers.put(number, start.position((long) y * plane.stride() + x));
    strides.put(number, plane.stride());
  }

  private SwsContext context(Key key) {
    if (last.isPresent() && last.get().key().equals(key)) {
      return last.get().context();
    }
    last.ifPresent(made -> sws_freeContext(made.context()));
    last = Optional.empty();
    SwsContext context = make(key);
    last = Optional.of(new Made(key, context));
    return context;
  }

  private static SwsContext make(Key key) {
    SwsVector lumaRight = shift(key.right());
    SwsVector lumaDown = shift(key.down());
    SwsVector chromaRight = shift(key.right() / 2);
    SwsVector chromaDown = shift(key.down() / 2);
    try (SwsFilter filter = new SwsFilter()) {
      filter.lumH(lumaRight).lumV(lumaDown).chrH(chromaRight).chrV(chromaDown);
      SwsContext context =
          sws_getContext(
              key.width(),
              key.height(),
              AV_PIX_FMT_YUV420P,
              key.toWidth(),
              key.toHeight(),
              AV_PIX_FMT_YUV420P,
              SWS_BICUBIC,
              filter,
              null,
              (DoublePointer) null);
      if (context == null) {
        throw new IllegalStateException("cannot scale " + key);
      }
      return context;
    } finally {
      sws_freeVec(lumaRight);
      sws_freeVec(lumaDown);
      sws_freeVec(chromaRight);
      sws_freeVec(chromaDown);
    }
  }

  /** Weights that read a sample at a place to the right of (below) the one in the middle. */
  private static SwsVector shift(double by) {
    SwsVector weights = sws_allocVec(TAPS);
    DoublePointer coefficients = weights.coeff();
    for (int tap = 0; tap < TAPS; tap++) {
      coefficients.put(tap, cubic(Math.abs(tap - TAPS / 2 - by)));
    }
    return weights;
  }

  private static double cubic(double d) {
    if (d >= 2) {
      return 0;
    }
    return d < 1 ? 1 + d * d * (1.5 * d - 2.5) : 2 + d * (-4 + d * (2.5 - 0.5 * d));
  }
}
