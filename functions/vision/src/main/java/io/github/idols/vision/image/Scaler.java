package io.github.idols.vision.image;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes pictures of one fixed size out of frames or parts of frames, by FFmpeg's swscale.
 *
 * <p>The returned buffer is the scaler's own and is overwritten by the next call of the same
 * method; its position is 0 and its limit the size of the picture. Not safe for use by several
 * threads. {@link #close} frees the native memory; using the scaler or its buffers afterwards is an
 * error.
 */
public final class Scaler implements AutoCloseable {
  /** How pixels are weighed. */
  public enum Quality {
    /**
     * Two neighbours only: cheapest (0.75 ms from 1080p to 640x360), aliases when shrinking much.
     */
    FAST(SWS_FAST_BILINEAR),
    /** A triangle as wide as the reduction asks for. */
    BILINEAR(SWS_BILINEAR),
    /** The mean of the covered area: for big reductions without aliasing. */
    AREA(SWS_AREA);

    private final int flags;

    Quality(int flags) {
      this.flags = flags;
    }
  }

  /** What a native context was made for; a context serves only that. */
  private record Key(int width, int height, int format, ColorSpace color) {}

  private record Cached(Key key, SwsContext context) {}

  /** Crops differ in size from face to face; making a context costs far more than finding one. */
  private static final int CONTEXTS_KEPT = 8;

  /** Stands where a conversion does not depend on the colour space. */
  private static final ColorSpace ANY = new ColorSpace(ColorSpace.Matrix.BT709, true);

  private static final int NEUTRAL = 1 << 16;

  private final int width;
  private final int height;
  private final Quality quality;
  private final Deque<Cached> contexts = new ArrayDeque<>();
  private final PointerPointer<BytePointer> source = new PointerPointer<>(4);
  private final IntPointer sourceStrides = new IntPointer(4);
  private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
  private final IntPointer targetStrides = new IntPointer(4);
  private final BytePointer rgb;
  private final BytePointer gray;
  private final ByteBuffer rgbView;
  private final ByteBuffer grayView;
  private boolean closed;

  /**
   * A scaler to {@code width} x {@code height} pixels.
   *
   * @throws IllegalArgumentException when a side is not positive
   */
  public Scaler(int width, int height, Quality quality) {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("cannot scale to " + width + "x" + height + " pixels");
    }
    Ffmpeg.quiet();
    this.width = width;
    this.height = height;
    this.quality = quality;
    long pixels = (long) width * height;
    // Vectorised loops may write a few bytes beyond the last row.
    rgb = new BytePointer(pixels * 3 + 64);
    gray = new BytePointer(pixels + 64);
    rgbView = rgb.limit(pixels * 3).asByteBuffer();
    grayView = gray.limit(pixels).asByteBuffer();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * The whole frame as packed RGB.
   *
   * @return {@code width * height * 3} bytes, rows from the top, each pixel red, green, blue
   */
  public ByteBuffer rgb(Frame frame) {
    return rgb(frame, 0, 0, frame.width(), frame.height());
  }

  /**
   * A part of the frame as packed RGB.
   *
   * @param cropX left edge in pixels, even (chroma has half the resolution)
   * @param cropY upper edge in pixels, even
   * @param cropWidth pixels from left to right
   * @param cropHeight pixels from top to bottom
   * @return {@code width * height * 3} bytes, rows from the top, each pixel red, green, blue
   * @throws IllegalArgumentException when the part is not inside the frame or begins at odd pixels
   */
  public ByteBuffer rgb(Frame frame, int cropX, int cropY, int cropWidth, int cropHeight) {
    checkCrop(frame, cropX, cropY, cropWidth, cropHeight);
    put(0, frame.y(), cropX, cropY);
    put(1, frame.u(), cropX / 2, cropY / 2);
    put(2, frame.v(), cropX / 2, cropY / 2);
    scale(new Key(cropWidth, cropHeight, AV_PIX_FMT_YUV420P, frame.color()), rgb, width * 3);
    return rgbView.clear();
  }

  /**
   * A picture that is packed RGB already, for instance another scaler's.
   *
   * @param packed direct memory of {@code fromWidth * fromHeight * 3} bytes from index 0 on
   * @param fromWidth its pixels from left to right
   * @param fromHeight its pixels from top to bottom
   * @return {@code width * height * 3} bytes, rows from the top, each pixel red, green, blue
   */
  public ByteBuffer rgb(ByteBuffer packed, int fromWidth, int fromHeight) {
    checkOpen();
    if (packed.capacity() < fromWidth * fromHeight * 3) {
      throw new IllegalArgumentException(
          packed.capacity() + " bytes are no picture of " + fromWidth + "x" + fromHeight);
    }
    source.put(0, new BytePointer(packed.duplicate().clear()));
    sourceStrides.put(0, fromWidth * 3);
    scale(new Key(fromWidth, fromHeight, AV_PIX_FMT_RGB24, ANY), rgb, width * 3);
    return rgbView.clear();
  }

  /**
   * The whole frame's luma plane, its samples as they are (limited range stays limited).
   *
   * @return {@code width * height} bytes, rows from the top
   */
  public ByteBuffer luma(Frame frame) {
    checkCrop(frame, 0, 0, frame.width(), frame.height());
    put(0, frame.y(), 0, 0);
    scale(new Key(frame.width(), frame.height(), AV_PIX_FMT_GRAY8, frame.color()), gray, width);
    return grayView.clear();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    contexts.forEach(cached -> sws_freeContext(cached.context()));
    contexts.clear();
    rgb.close();
    gray.close();
    source.close();
    sourceStrides.close();
    target.close();
    targetStrides.close();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the scaler is closed");
    }
  }

  private void checkCrop(Frame frame, int x, int y, int cropWidth, int cropHeight) {
    checkOpen();
    boolean inside =
        x >= 0
            && y >= 0
            && cropWidth > 0
            && cropHeight > 0
            && cropWidth <= frame.width() - x
            && cropHeight <= frame.height() - y;
    if (!inside || x % 2 != 0 || y % 2 != 0) {
      throw new IllegalArgumentException(
          "a part of %dx%d at %d,%d is not inside a frame of %dx%d at even pixels"
              .formatted(cropWidth, cropHeight, x, y, frame.width(), frame.height()));
    }
  }

  private void put(int plane, Plane samples, int x, int y) {
    // A plain view of the frame's memory: nothing is allocated natively, so nothing is to be freed.
    BytePointer start = new BytePointer(samples.bytes());
    source.put(plane, start.position((long) y * samples.stride() + x));
    sourceStrides.put(plane, samples.stride());
  }

  private void scale(Key key, BytePointer into, int stride) {
    target.put(0, into);
    targetStrides.put(0, stride);
    SwsContext context = context(key);
    int rows = sws_scale(context, source, sourceStrides, 0, key.height(), target, targetStrides);
    if (rows < 0) {
      throw new IllegalStateException("a frame could not be scaled: " + Ffmpeg.message(rows));
    }
  }

  private SwsContext context(Key key) {
    for (Iterator<Cached> all = contexts.iterator(); all.hasNext(); ) {
      Cached cached = all.next();
      if (cached.key().equals(key)) {
        all.remove();
        contexts.addFirst(cached);
        return cached.context();
      }
    }
    if (contexts.size() == CONTEXTS_KEPT) {
      sws_freeContext(contexts.removeLast().context());
    }
    SwsContext made = make(key);
    contexts.addFirst(new Cached(key, made));
    return made;
  }

  private SwsContext make(Key key) {
    int to = key.format() == AV_PIX_FMT_GRAY8 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_RGB24;
    SwsContext context =
        sws_getContext(
            key.width(),
            key.height(),
            key.format(),
            width,
            height,
            to,
            quality.flags,
            null,
            null,
            (DoublePointer) null);
    if (context == null) {
      throw new IllegalStateException(
          "cannot scale %dx%d to %dx%d".formatted(key.width(), key.height(), width, height));
    }
    if (key.format() == AV_PIX_FMT_YUV420P) {
      IntPointer matrix = sws_getCoefficients(coefficients(key.color()));
      int fullRange = key.color().fullRange() ? 1 : 0;
      sws_setColorspaceDetails(context, matrix, fullRange, matrix, 1, 0, NEUTRAL, NEUTRAL);
    }
    return context;
  }

  private static int coefficients(ColorSpace color) {
    return switch (color.matrix()) {
      case BT601 -> SWS_CS_ITU601;
      case BT709 -> SWS_CS_ITU709;
      case BT2020 -> SWS_CS_BT2020;
    };
  }
}
