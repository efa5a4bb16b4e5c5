package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import io.github.idols.core.video.Rational;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;

/** What an opened file says of its streams. */
final class Streams {
  /** Cover art and thumbnails are streams of the video kind, but not the video. */
  private static final int PICTURES = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;

  private static final Rational USUAL_RATE = new Rational(25, 1);

  private Streams() {}

  /**
   * The number of the video stream, the one with the largest pictures if there are several.
   *
   * @throws RefusedException when there is none
   */
  static int video(AVFormatContext format) throws RefusedException {
    int best = -1;
    long most = -1;
    for (int i = 0; i < format.nb_streams(); i++) {
      AVStream stream = format.streams(i);
      AVCodecParameters parameters = stream.codecpar();
      long pixels = (long) parameters.width() * parameters.height();
      if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO
          && (stream.disposition() & PICTURES) == 0
          && pixels > most) {
        best = i;
        most = pixels;
      }
    }
    if (best < 0) {
      throw new RefusedException(
          audio(format) >= 0
              ? "The file holds sound but no video. Send the music video itself."
              : "The file holds no video. " + Container.SEND_INSTEAD);
    }
    return best;
  }

  /** The number of the first sound stream, or -1. */
  static int audio(AVFormatContext format) {
    for (int i = 0; i < format.nb_streams(); i++) {
      if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        return i;
      }
    }
    return -1;
  }

  static VideoInfo info(AVFormatContext format, AVStream stream) {
    AVCodecParameters parameters = stream.codecpar();
    int rotation = rotation(parameters);
    boolean turned = rotation % 180 != 0;
    double seconds = seconds(format, stream);
    Rational rate = frameRate(stream);
    long frames = stream.nb_frames();
    if (frames <= 0) {
      frames = Math.max(1, Math.round(seconds * rate.value()));
    }
    return new VideoInfo(
        turned ? parameters.height() : parameters.width(),
        turned ? parameters.width() : parameters.height(),
        rotation,
        rational(stream.time_base()),
        rate,
        seconds,
        frames,
        avcodec_get_name(parameters.codec_id()).getString(),
        audio(format) >= 0);
  }

  /** Length in seconds; 0 when the container does not say. */
  static double seconds(AVFormatContext format, AVStream stream) {
    if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
      return stream.duration() * rational(stream.time_base()).value();
    }
    if (format.duration() != AV_NOPTS_VALUE && format.duration() > 0) {
      return format.duration() / (double) AV_TIME_BASE;
    }
    return 0;
  }

  static boolean isEncrypted(AVStream stream) {
    return sideData(stream.codecpar(), AV_PKT_DATA_ENCRYPTION_INIT_INFO) != null
        || av_dict_get(stream.metadata(), "enc_key_id", null, 0) != null;
  }

  /**
   * Compares the index with the length of the file.
   *
   * @throws RefusedException when there is no frame, or a good part of them lies beyond the end
   */
  static void checkWhole(AVStream stream, long size) throws RefusedException {
    int entries = avformat_index_get_entries_count(stream);
    if (entries == 0) {
      throw new RefusedException("The video has no pictures in it. Download or export it again.");
    }
    int missing = 0;
    for (int i = entries - 1; i >= 0; i--) {
      AVIndexEntry entry = avformat_index_get_entry(stream, i);
      if (entry.pos() + entry.size() <= size) {
        break;
      }
      missing++;
    }
    if (missing > entries * Outline.TOLERATED_LOSS) {
      throw Outline.cutOff(missing / (double) entries);
    }
  }

  static Rational rational(AVRational value) {
    return new Rational(value.num(), value.den());
  }

  private static Rational frameRate(AVStream stream) {
    for (AVRational rate : new AVRational[] {stream.avg_frame_rate(), stream.r_frame_rate()}) {
      if (rate.num() > 0 && rate.den() > 0) {
        return rational(rate);
      }
    }
    return USUAL_RATE;
  }

  private static int rotation(AVCodecParameters parameters) {
    AVPacketSideData matrix = sideData(parameters, AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.size() < 36) {
      return 0;
    }
    // FFmpeg counts counterclockwise; the nearest quarter turn is taken.
    double degrees = av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(degrees) ? 0 : Math.floorMod(-Math.round(degrees / 90) * 90, 360);
  }

  private static AVPacketSideData sideData(AVCodecParameters parameters, int type) {
    return av_packet_side_data_get(
        parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
  }
}
