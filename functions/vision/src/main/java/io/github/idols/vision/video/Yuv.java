package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Plane;
import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Memory for one picture as planar YUV 4:2:0, filled again and again. Not safe for use by several
 * threads.
 */
final class Yuv implements AutoCloseable {
  /** Vectorised loops want rows at such addresses, and room after the last one. */
  private static final int ALIGNMENT = 64;

  private static final int NEUTRAL = 1 << 16;

  private final int width;
  private final int height;
  private final BytePointer memory;
  private final List<Plane> planes;
  private final PointerPointer<BytePointer> pointers = new PointerPointer<>(4);
  private final IntPointer strides = new IntPointer(4);
  private SwsContext context = new SwsContext();
  private long contextOf = -1;

  Yuv(int width, int height) {
    this.width = width;
    this.height = height;
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    long luma = (long) stride(width) * height;
    long chroma = (long) stride(halfWidth) * halfHeight;
    memory = new BytePointer(luma + 2 * chroma + 2 * ALIGNMENT);
    long start = -memory.address() & (ALIGNMENT - 1);
    planes =
        List.of(
            plane(0, start, width, height),
            plane(1, start + luma, halfWidth, halfHeight),
            plane(2, start + luma + chroma, halfWidth, halfHeight));
  }

  Plane y() {
    return planes.get(0);
  }

  Plane u() {
    return planes.get(1);
  }

  Plane v() {
    return planes.get(2);
  }

  /** Fills it with a decoded picture of any format and size, keeping its matrix and range. */
  void fill(AVFrame from, ColorSpace color) throws IOException {
    long key = ((long) from.format() << 40) | ((long) from.width() << 20) | from.height();
    if (key != contextOf) {
      sws_freeContext(context);
      context = convert(from, color);
      contextOf = key;
    }
    sws_scale(context, from.data(), from.linesize(), 0, from.height(), pointers, strides);
  }

  @Override
  public void close() {
    sws_freeContext(context);
    context = new SwsContext();
    contextOf = -1;
    memory.close();
    pointers.close();
    strides.close();
  }

  private SwsContext convert(AVFrame from, ColorSpace color) throws IOException {
    int quality = from.width() > width ? SWS_AREA : SWS_BILINEAR;
    SwsContext made =
        sws_getContext(
            from.width(),
            from.height(),
            from.format(),
            width,
            height,
            AV_PIX_FMT_YUV420P,
            quality,
            null,
            null,
            (DoublePointer) null);
    if (made == null) {
      throw new IOException("The pictures are of a kind that cannot be converted.");
    }
    IntPointer matrix = sws_getCoefficients(Colors.coefficients(color.matrix()));
    int range = color.fullRange() ? 1 : 0;
    sws_setColorspaceDetails(made, matrix, range, matrix, range, 0, NEUTRAL, NEUTRAL);
    return made;
  }

  private Plane plane(int number, long offset, int columns, int rows) {
    int stride = stride(columns);
    BytePointer start = memory.getPointer(offset);
    pointers.put(number, start);
    strides.put(number, stride);
    return new Plane(start.capacity((long) stride * rows).asByteBuffer(), stride, columns, rows);
  }

  private static int stride(int columns) {
    return (columns + ALIGNMENT - 1) & -ALIGNMENT;
  }
}
