package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;

import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.vision.video.OpenVideo;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * How the labelled video's pictures are to be read: the same for all of its chunks, and as in the
 * source.
 *
 * @param width pixels from left to right, upright
 * @param height pixels from top to bottom, upright
 * @param timeBase seconds of one tick of the source's timestamps
 * @param frameRate frames a second, on average; decides how far keyframes are apart
 * @param sampleAspect width of a pixel over its height; 0/1 when the source does not say
 * @param color what the source says of its colours
 */
public record PictureFormat(
    int width,
    int height,
    Rational timeBase,
    Rational frameRate,
    Rational sampleAspect,
    ColorTags color) {
  private static final Rational NOT_SAID = new Rational(0, 1);

  /**
   * The tags that tell a player how to show colours, as FFmpeg numbers them (which is as ITU-T
   * H.273 does).
   *
   * @param primaries AVCOL_PRI_*
   * @param transfer AVCOL_TRC_*
   * @param matrix AVCOL_SPC_*
   * @param range AVCOL_RANGE_*
   * @param chromaLocation AVCHROMA_LOC_*
   */
  public record ColorTags(int primaries, int transfer, int matrix, int range, int chromaLocation) {}

  /** The format of a source's frames once they stand upright. */
  public static PictureFormat of(OpenVideo open) {
    VideoInfo video = open.info();
    AVCodecParameters source = open.video().codecpar();
    AVRational pixel = av_guess_sample_aspect_ratio(open.format(), open.video(), null);
    int num = pixel.num();
    int den = pixel.den();
    boolean turned = video.rotation() % 180 != 0;
    Rational aspect =
        num <= 0 || den <= 0 ? NOT_SAID : turned ? new Rational(den, num) : new Rational(num, den);
    // Frames come as YUV, whatever they were.
    boolean rgb = source.color_space() == AVCOL_SPC_RGB;
    return new PictureFormat(
        video.width(),
        video.height(),
        video.timeBase(),
        video.frameRate(),
        aspect,
        new ColorTags(
            source.color_primaries(),
            source.color_trc(),
            rgb ? AVCOL_SPC_UNSPECIFIED : source.color_space(),
            isFullRangeFormat(source.format()) ? AVCOL_RANGE_JPEG : source.color_range(),
            source.chroma_location()));
  }

  /** The old way of saying full range. */
  private static boolean isFullRangeFormat(int pixelFormat) {
    return pixelFormat == AV_PIX_FMT_YUVJ420P
        || pixelFormat == AV_PIX_FMT_YUVJ422P
        || pixelFormat == AV_PIX_FMT_YUVJ440P
        || pixelFormat == AV_PIX_FMT_YUVJ444P;
  }

  /** The same for pictures of another size. */
  PictureFormat sized(int otherWidth, int otherHeight) {
    return new PictureFormat(otherWidth, otherHeight, timeBase, frameRate, sampleAspect, color);
  }
}
