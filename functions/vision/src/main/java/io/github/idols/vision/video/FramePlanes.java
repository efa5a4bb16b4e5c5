package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes frames as {@link Frame} promises them out of whatever the decoder gives: a view where it
 * fits already, else a copy, converted, scaled to the video's size and turned upright.
 */
final class FramePlanes implements AutoCloseable {
  private final int width;
  private final int height;
  private final Turn turn;
  private Optional<Yuv> converted = Optional.empty();
  private Optional<Yuv> turned = Optional.empty();

  FramePlanes(VideoInfo info) {
    turn = new Turn(false, info.rotation());
    width = turn.swapsSides() ? info.height() : info.width();
    height = turn.swapsSides() ? info.width() : info.height();
  }

  /** The frame; valid until the next call, or until the decoded picture is released. */
  Frame frame(AVFrame decoded, long pts, long index) throws IOException {
    ColorSpace color = Colors.of(decoded);
    Plane y;
    Plane u;
    Plane v;
    if (fits(decoded)) {
      y = view(decoded, 0, width, height);
      u = view(decoded, 1, (width + 1) / 2, (height + 1) / 2);
      v = view(decoded, 2, (width + 1) / 2, (height + 1) / 2);
    } else {
      Yuv into = converted.orElseGet(() -> new Yuv(width, height));
      converted = Optional.of(into);
      into.fill(decoded, color);
      y = into.y();
      u = into.u();
      v = into.v();
    }
    if (turn.equals(Turn.NONE)) {
      return new Frame(index, pts, width, height, y, u, v, color);
    }
    int uprightWidth = turn.swapsSides() ? height : width;
    int uprightHeight = turn.swapsSides() ? width : height;
    Yuv upright = turned.orElseGet(() -> new Yuv(uprightWidth, uprightHeight));
    turned = Optional.of(upright);
    turn.copy(y, upright.y());
    turn.copy(u, upright.u());
    turn.copy(v, upright.v());
    return new Frame(
        index, pts, uprightWidth, uprightHeight, upright.y(), upright.u(), upright.v(), color);
  }

  @Override
  public void close() {
    converted.ifPresent(Yuv::close);
    turned.ifPresent(Yuv::close);
  }

  private boolean fits(AVFrame decoded) {
    return (decoded.format() == AV_PIX_FMT_YUV420P || decoded.format() == AV_PIX_FMT_YUVJ420P)
        && decoded.width() == width
        && decoded.height() == height
        && decoded.linesize(0) > 0
        && decoded.linesize(1) > 0
        && decoded.linesize(2) > 0;
  }

  private static Plane view(AVFrame decoded, int plane, int columns, int rows) {
    int stride = decoded.linesize(plane);
    // The last row may end before its stride does.
    long bytes = (long) stride * (rows - 1) + columns;
    return new Plane(decoded.data(plane).capacity(bytes).asByteBuffer(), stride, columns, rows);
  }
}
