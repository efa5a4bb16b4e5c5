package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_is_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * One frame in memory of its own that may be drawn on and encoded, used again for every frame; its
 * sides are made even. Not safe for use by several threads.
 */
final class Canvas implements AutoCloseable {
  private final int pictureWidth;
  private final int pictureHeight;
  private final int width;
  private final int height;
  private final AVFrame memory = av_frame_alloc();
  private @Nullable Plane y;
  private @Nullable Plane u;
  private @Nullable Plane v;
  private @Nullable Frame current;
  private boolean closed;

  /** A canvas for pictures of this size. */
  Canvas(int pictureWidth, int pictureHeight) {
    this.pictureWidth = pictureWidth;
    this.pictureHeight = pictureHeight;
    width = pictureWidth + (pictureWidth & 1);
    height = pictureHeight + (pictureHeight & 1);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Copies a frame of the canvas's size; what is returned may be drawn on. */
  Frame copy(Frame source) {
    Frame copy = blank(source);
    copy(source.y(), copy.y());
    copy(source.u(), copy.u());
    copy(source.v(), copy.v());
    return copy;
  }

  /** Memory of the canvas's size, to be filled, that is shown when the source is. */
  Frame blank(Frame source) {
    if (y == null || u == null || v == null || av_frame_is_writable(memory) == 0) {
      // The encoder may still hold the old memory: it gets to keep it.
      allocate();
    }
    Frame blank =
        new Frame(
            source.index(),
            source.pts(),
            pictureWidth,
            pictureHeight,
            requirePlane(y),
            requirePlane(u),
            requirePlane(v),
            source.color());
    current = blank;
    return blank;
  }

  /** What was returned last. */
  Frame current() {
    Frame frame = current;
    if (frame == null) {
      throw new IllegalStateException("nothing has been put on the canvas");
    }
    return frame;
  }

  /**
   * The memory with its added column and row filled. Chroma needs none: half of an odd side is
   * rounded up already.
   */
  AVFrame padded() {
    Plane luma = current().y();
    ByteBuffer bytes = luma.bytes();
    if (width > pictureWidth) {
      for (int row = 0; row < pictureHeight; row++) {
        int last = row * luma.stride() + pictureWidth - 1;
        bytes.put(last + 1, bytes.get(last));
      }
    }
    if (height > pictureHeight) {
      int last = (pictureHeight - 1) * luma.stride();
      bytes.put(last + luma.stride(), bytes, last, width);
    }
    return memory;
  }

  private void allocate() {
    av_frame_unref(memory);
    memory.format(AV_PIX_FMT_YUV420P).width(width).height(height);
    int result = av_frame_get_buffer(memory, 0);
    if (result < 0) {
      throw new IllegalStateException(
          "no memory for a frame of %dx%d pixels: %s"
              .formatted(width, height, Ffmpeg.message(result)));
    }
    y = plane(0, height, pictureWidth, pictureHeight);
    u = plane(1, height / 2, width / 2, height / 2);
    v = plane(2, height / 2, width / 2, height / 2);
  }

  private Plane plane(int number, int rows, int columns, int usedRows) {
    int stride = memory.linesize(number);
    ByteBuffer bytes = memory.data(number).capacity((long) stride * rows).asByteBuffer();
    return new Plane(bytes, stride, columns, usedRows);
  }

  private static Plane requirePlane(@Nullable Plane plane) {
    if (plane == null) {
      throw new IllegalStateException("the canvas has no memory");
    }
    return plane;
  }

  private static void copy(Plane from, Plane to) {
    for (int row = 0; row < to.height(); row++) {
      to.bytes().put(row * to.stride(), from.bytes(), row * from.stride(), to.width());
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_frame_free(memory);
    }
  }
}
