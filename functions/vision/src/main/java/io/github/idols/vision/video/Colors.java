package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;

import io.github.idols.core.video.ColorSpace;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What decoded pictures say of their colours, and what is taken where they say nothing. */
final class Colors {
  /** Players take HD pictures without a word on it for BT.709 and smaller ones for BT.601. */
  private static final int HD_HEIGHT = 720;

  private static final Set<Integer> FULL_RANGE_FORMATS =
      Set.of(
          AV_PIX_FMT_YUVJ420P,
          AV_PIX_FMT_YUVJ422P,
          AV_PIX_FMT_YUVJ444P,
          AV_PIX_FMT_YUVJ440P,
          AV_PIX_FMT_YUVJ411P);

  private Colors() {}

  static ColorSpace of(AVFrame frame) {
    int range = frame.color_range();
    boolean full =
        range == AVCOL_RANGE_JPEG
            || (range != AVCOL_RANGE_MPEG && FULL_RANGE_FORMATS.contains(frame.format()));
    return new ColorSpace(matrix(frame.colorspace(), frame.height()), full);
  }

  static int coefficients(ColorSpace.Matrix matrix) {
    return switch (matrix) {
      case BT601 -> SWS_CS_ITU601;
      case BT709 -> SWS_CS_ITU709;
      case BT2020 -> SWS_CS_BT2020;
    };
  }

  private static ColorSpace.Matrix matrix(int colorspace, int height) {
    if (colorspace == AVCOL_SPC_BT2020_NCL || colorspace == AVCOL_SPC_BT2020_CL) {
      return ColorSpace.Matrix.BT2020;
    }
    if (colorspace == AVCOL_SPC_BT709 || colorspace == AVCOL_SPC_SMPTE240M) {
      return ColorSpace.Matrix.BT709;
    }
    if (colorspace == AVCOL_SPC_BT470BG
        || colorspace == AVCOL_SPC_SMPTE170M
        || colorspace == AVCOL_SPC_FCC) {
      return ColorSpace.Matrix.BT601;
    }
    return height >= HD_HEIGHT ? ColorSpace.Matrix.BT709 : ColorSpace.Matrix.BT601;
  }
}
