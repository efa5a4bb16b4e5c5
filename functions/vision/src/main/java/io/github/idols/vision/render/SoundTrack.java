package io.github.idols.vision.render;

import static io.github.idols.vision.render.Mp4File.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.AV_CH_LAYOUT_MONO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.github.idols.vision.video.OpenVideo;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Puts made-up sound beside the pictures of a silent video, as AAC in mono; the pictures are copied
 * as they are. Immutable and safe for use by several threads.
 */
public final class SoundTrack {
  private static final int SAMPLE_RATE = 48_000;
  private static final long BITS_A_SECOND = 64_000;

  private final DoubleUnaryOperator sound;

  /**
   * A track of some sound.
   *
   * @param sound loudness, -1 to 1, at a time in seconds
   */
  public SoundTrack(DoubleUnaryOperator sound) {
    this.sound = sound;
  }

  /**
   * Writes a video with this sound.
   *
   * @param silent a freshly opened video, whose packets are read to the end
   * @param target the file, which appears when it is whole
   * @throws IOException when something cannot be read or written; there is no file then
   */
  public void addTo(OpenVideo silent, Path target) throws IOException {
    try (Mp4File file = Mp4File.create(target);
        Encoder encoder = new Encoder(file, silent.info().durationSeconds())) {
      AVStream from = silent.video();
      AVStream pictures = file.addStream();
      check(avcodec_parameters_copy(pictures.codecpar(), from.codecpar()), "describe the video");
      pictures.codecpar().codec_tag(0);
      pictures.time_base(from.time_base());
      pictures.avg_frame_rate(from.avg_frame_rate());
      encoder.addStream();
      file.begin(Map.of("movflags", "+faststart"));
      AVPacket packet = av_packet_alloc();
      try {
        while (av_read_frame(silent.format(), packet) >= 0) {
          if (packet.stream_index() == from.index()) {
            double seconds =
                packet.dts() * (double) from.time_base().num() / from.time_base().den();
            encoder.encodeUntil(seconds);
            packet.stream_index(pictures.index()).pos(-1);
            av_packet_rescale_ts(packet, from.time_base(), pictures.time_base());
            file.write(packet);
          }
        }
        silent.checkSource();
        encoder.finish();
      } finally {
        av_packet_free(packet);
      }
      file.finish();
    }
  }

  /** The AAC encoder and where its packets go. */
  private final class Encoder implements AutoCloseable {
    private final Mp4File file;
    private final long samples;
    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private int stream;
    private long done;

    Encoder(Mp4File file, double seconds) throws IOException {
      this.file = file;
      samples = Math.round(seconds * SAMPLE_RATE);
      AVCodec aac = avcodec_find_encoder_by_name("aac");
      context = avcodec_alloc_context3(aac);
      context.sample_rate(SAMPLE_RATE).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(BITS_A_SECOND);
      context.ch_layout().order(AV_CHANNEL_ORDER_NATIVE).nb_channels(1).u_mask(AV_CH_LAYOUT_MONO);
      context.time_base().num(1).den(SAMPLE_RATE);
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
      try {
        check(avcodec_open2(context, aac, (AVDictionary) null), "encode sound");
        frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(context.frame_size());
        frame.sample_rate(SAMPLE_RATE);
        frame.ch_layout().order(AV_CHANNEL_ORDER_NATIVE).nb_channels(1).u_mask(AV_CH_LAYOUT_MONO);
        check(av_frame_get_buffer(frame, 0), "encode sound");
      } catch (IOException e) {
        close();
        throw e;
      }
    }

    void addStream() throws IOException {
      AVStream added = file.addStream();
      added.time_base(context.time_base());
      check(avcodec_parameters_from_context(added.codecpar(), context), "describe the sound");
      stream = added.index();
    }

    void encodeUntil(double seconds) throws IOException {
      while (done < samples && done < seconds * SAMPLE_RATE) {
        check(av_frame_make_writable(frame), "encode sound");
        int count = (int) Math.min(context.frame_size(), samples - done);
        FloatBuffer values =
            frame
                .data(0)
                .capacity(context.frame_size() * 4L)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < count; i++) {
          values.put(i, (float) sound.applyAsDouble((done + i) / (double) SAMPLE_RATE));
        }
        frame.nb_samples(count).pts(done);
        done += count;
        check(avcodec_send_frame(context, frame), "encode sound");
        drain();
      }
    }

    void finish() throws IOException {
      encodeUntil(Double.POSITIVE_INFINITY);
      check(avcodec_send_frame(context, null), "encode the end of the sound");
      drain();
    }

    private void drain() throws IOException {
      while (true) {
        int result = avcodec_receive_packet(context, packet);
        if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
          return;
        }
        check(result, "encode sound");
        packet.stream_index(stream);
        av_packet_rescale_ts(
            packet, context.time_base(), file.format().streams(stream).time_base());
        file.write(packet);
      }
    }

    @Override
    public void close() {
      av_packet_free(packet);
      av_frame_free(frame);
      avcodec_free_context(context);
    }
  }
}
