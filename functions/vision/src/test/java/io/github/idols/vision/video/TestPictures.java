package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;

import io.github.idols.vision.ffmpeg.Ffmpeg;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Makes gray pictures for tests whose quarters are told apart: 50 in the upper left, 100 in the
 * upper right, 150 in the lower left, 200 in the lower right.
 */
final class TestPictures {
  private TestPictures() {}

  static byte[] jpeg(int width, int height) {
    return encode("mjpeg", "yuvj420p", width, height);
  }

  static byte[] png(int width, int height) {
    return encode("png", "rgb24", width, height);
  }

  static byte[] webp(int width, int height) {
    return encode("libwebp", "yuv420p", width, height);
  }

  /** The JPEG with the note of a camera on how it was held. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0, // APP1 of 34 bytes
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // big-endian TIFF, the directory at 8
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0, // one entry: a short
      0,
      0,
      0,
      0 // no other directory
    };
    byte[] all = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, all, 0, 2);
    System.arraycopy(exif, 0, all, 2, exif.length);
    System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
    return all;
  }

  private static byte[] encode(String encoder, String pixelFormat, int width, int height) {
    Ffmpeg.quiet();
    AVCodec codec = avcodec_find_encoder_by_name(encoder);
    AVCodecContext context = avcodec_alloc_context3(codec);
    context.width(width).height(height).pix_fmt(av_get_pix_fmt(pixelFormat));
    context.time_base(new AVRational().num(1).den(1));
    context.color_range(AVCOL_RANGE_JPEG);
    check(avcodec_open2(context, codec, (AVDictionary) null));
    AVFrame frame = av_frame_alloc();
    frame.width(width).height(height).format(context.pix_fmt()).pts(0);
    check(av_frame_get_buffer(frame, 0));
    paint(frame);
    check(avcodec_send_frame(context, frame));
    check(avcodec_send_frame(context, new AVFrame(null)));
    AVPacket packet = av_packet_alloc();
    check(avcodec_receive_packet(context, packet));
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
    return bytes;
  }

  private static void paint(AVFrame frame) {
    boolean rgb = frame.format() == AV_PIX_FMT_RGB24;
    for (int plane = 0; plane < (rgb ? 1 : 3); plane++) {
      int columns = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
      int rows = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
      int bytes = rgb ? 3 : 1;
      byte[] row = new byte[columns * bytes];
      for (int y = 0; y < rows; y++) {
        for (int i = 0; i < row.length; i++) {
          int quarter = (y < rows / 2 ? 0 : 2) + (i / bytes < columns / 2 ? 0 : 1);
          row[i] = (byte) (plane == 0 ? 50 + 50 * quarter : 128);
        }
        frame.data(plane).position((long) y * frame.linesize(plane)).put(row, 0, row.length);
      }
    }
  }

  private static void check(int result) {
    if (result < 0) {
      throw new IllegalStateException(Ffmpeg.message(result));
    }
  }
}
