package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/** What a plain decoder makes of a file from its beginning to its end: the truth for readers. */
final class WholeDecode {
  /** A frame's time and a checksum of all its samples. */
  record Shown(long pts, long checksum) {}

  private WholeDecode() {}

  /** For clips that decode to planar YUV 4:2:0 with 8 bits. */
  static List<Shown> of(Path file) {
    AVFormatContext format = new AVFormatContext(null);
    check(avformat_open_input(format, file.toString(), null, (AVDictionary) null));
    check(avformat_find_stream_info(format, (PointerPointer<?>) null));
    int number =
        av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    AVStream stream = format.streams(number);
    String name = Codecs.videoDecoder(stream.codecpar().codec_id()).orElseThrow();
    AVCodecContext decoder = avcodec_alloc_context3(avcodec_find_decoder_by_name(name));
    check(avcodec_parameters_to_context(decoder, stream.codecpar()));
    decoder.thread_count(1);
    check(avcodec_open2(decoder, null, (AVDictionary) null));
    List<Shown> shown = new ArrayList<>();
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    while (av_read_frame(format, packet) >= 0) {
      if (packet.stream_index() == number) {
        avcodec_send_packet(decoder, packet);
        receive(decoder, frame, shown);
      }
      av_packet_unref(packet);
    }
    avcodec_send_packet(decoder, null);
    receive(decoder, frame, shown);
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(decoder);
    avformat_close_input(format);
    return shown;
  }

  /** The same of a frame that a reader gave. */
  static Shown of(Frame frame) {
    CRC32 sum = new CRC32();
    for (Plane plane : List.of(frame.y(), frame.u(), frame.v())) {
      add(sum, plane.bytes(), plane.stride(), plane.width(), plane.height());
    }
    return new Shown(frame.pts(), sum.getValue());
  }

  private static void receive(AVCodecContext decoder, AVFrame frame, List<Shown> shown) {
    while (avcodec_receive_frame(decoder, frame) >= 0) {
      CRC32 sum = new CRC32();
      for (int plane = 0; plane < 3; plane++) {
        int width = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
        int height = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
        int stride = frame.linesize(plane);
        long bytes = (long) stride * (height - 1) + width;
        add(sum, frame.data(plane).capacity(bytes).asByteBuffer(), stride, width, height);
      }
      shown.add(new Shown(frame.pts(), sum.getValue()));
    }
  }

  private static void add(CRC32 sum, ByteBuffer bytes, int stride, int width, int height) {
    for (int row = 0; row < height; row++) {
      sum.update(bytes.slice(row * stride, width));
    }
  }

  private static void check(int result) {
    if (result < 0) {
      throw new IllegalStateException("FFmpeg says " + result);
    }
  }
}
