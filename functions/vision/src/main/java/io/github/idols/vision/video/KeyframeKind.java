package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Whether decoding can begin at a keyframe. A container may mark as keyframes also H.264 pictures
 * from which the picture only recovers bit by bit (intra refresh); from those a decoder that begins
 * there shows nothing or garbage at first.
 */
final class KeyframeKind {
  private static final int H264_SLICE = 1;
  private static final int H264_IDR = 5;
  private static final int H264_SEI = 6;
  private static final int SEI_RECOVERY_POINT = 6;
  private static final int HEVC_FIRST_RANDOM_ACCESS = 16;
  private static final int HEVC_LAST_RANDOM_ACCESS = 21;

  private final int codec;

  /** Bytes of the length before each NAL unit; 0 when the stream is not written that way. */
  private final int lengthSize;

  KeyframeKind(AVCodecParameters parameters) {
    codec = parameters.codec_id();
    int extradata = parameters.extradata_size();
    // ISO/IEC 14496-15: avcC has its length size in byte 4, hvcC in byte 21.
    int at = codec == AV_CODEC_ID_H264 ? 4 : 21;
    boolean configured = extradata > at && parameters.extradata().get(0) == 1;
    lengthSize = configured ? (parameters.extradata().get(at) & 3) + 1 : 0;
  }

  /** Whether the frames from this keyframe on, in order of presentation, need nothing before it. */
  boolean isClean(AVPacket packet) {
    if (codec != AV_CODEC_ID_H264 && codec != AV_CODEC_ID_HEVC) {
      return true;
    }
    if (lengthSize == 0 || packet.size() == 0) {
      return false;
    }
    ByteBuffer bytes = packet.data().capacity(packet.size()).asByteBuffer();
    while (bytes.remaining() > lengthSize + 1) {
      long length = 0;
      for (int i = 0; i < lengthSize; i++) {
        length = (length << 8) | (bytes.get() & 0xff);
      }
      if (length <= 0 || length > bytes.remaining()) {
        return false;
      }
      ByteBuffer unit = bytes.slice(bytes.position(), (int) length);
      bytes.position(bytes.position() + (int) length);
      if (codec == AV_CODEC_ID_HEVC) {
        int type = (unit.get(0) >> 1) & 0x3f;
        if (type < 32) {
          return type >= HEVC_FIRST_RANDOM_ACCESS && type <= HEVC_LAST_RANDOM_ACCESS;
        }
      } else {
        int type = unit.get(0) & 0x1f;
        if (type == H264_IDR || (type == H264_SEI && recoversAtOnce(unit))) {
          return true;
        }
        if (type >= H264_SLICE && type < H264_IDR) {
          return false;
        }
      }
    }
    return false;
  }

  /** Looks for a recovery point message with a count of 0 (ITU-T H.264, D.1.8). */
  private static boolean recoversAtOnce(ByteBuffer unit) {
    unit.position(1);
    while (unit.remaining() > 2) {
      int type = chained(unit);
      int size = chained(unit);
      if (type == SEI_RECOVERY_POINT) {
        // recovery_frame_cnt is ue(v): a leading 1 bit is the number 0.
        return unit.hasRemaining() && (unit.get() & 0x80) != 0;
      }
      if (size > unit.remaining()) {
        return false;
      }
      unit.position(unit.position() + size);
    }
    return false;
  }

  private static int chained(ByteBuffer unit) {
    int sum = 0;
    while (unit.hasRemaining()) {
      int next = unit.get() & 0xff;
      sum += next;
      if (next != 0xff) {
        break;
      }
    }
    return sum;
  }
}
