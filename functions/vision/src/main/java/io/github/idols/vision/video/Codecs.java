package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG1VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PRORES;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;

import java.util.Map;
import java.util.Optional;

/** The decoders that may run. */
final class Codecs {
  /** One decoder for each video codec: the one that is best in FFmpeg's GPL build. */
  private static final Map<Integer, String> VIDEO =
      Map.of(
          AV_CODEC_ID_H264, "h264",
          AV_CODEC_ID_HEVC, "hevc",
          AV_CODEC_ID_VP8, "vp8",
          AV_CODEC_ID_VP9, "vp9",
          AV_CODEC_ID_AV1, "libaom-av1",
          AV_CODEC_ID_MPEG4, "mpeg4",
          AV_CODEC_ID_MPEG2VIDEO, "mpeg2video",
          AV_CODEC_ID_MPEG1VIDEO, "mpeg1video",
          AV_CODEC_ID_MJPEG, "mjpeg",
          AV_CODEC_ID_PRORES, "prores");

  /** Sound is copied, but its parameters are found out with these. */
  private static final String SOUND =
      "aac,mp3float,mp3,mp2,opus,vorbis,ac3,eac3,flac,alac,pcm_s16le,pcm_s16be,pcm_s24le,"
          + "pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_u8,pcm_s8,pcm_mulaw,pcm_alaw";

  private Codecs() {}

  /** FFmpeg's name of the decoder for a codec id; nothing when the codec is not read. */
  static Optional<String> videoDecoder(int codecId) {
    return Optional.ofNullable(VIDEO.get(codecId));
  }

  /** All decoders as FFmpeg's {@code codec_whitelist} wants them. */
  static String whitelist() {
    return String.join(",", VIDEO.values()) + "," + SOUND;
  }
}
