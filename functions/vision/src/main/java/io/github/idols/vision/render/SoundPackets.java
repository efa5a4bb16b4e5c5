package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ALAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_EAC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.av_get_audio_frame_duration2;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_compare_ts;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_delta;

import io.github.idols.vision.video.OpenVideo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The encoded sound of a source, in the order of the file. Not safe for use by several threads. */
final class SoundPackets implements AutoCloseable {
  /** What players find in an MP4 file. */
  private static final Set<Integer> FIT_FOR_MP4 =
      Set.of(
          AV_CODEC_ID_AAC,
          AV_CODEC_ID_MP3,
          AV_CODEC_ID_OPUS,
          AV_CODEC_ID_FLAC,
          AV_CODEC_ID_AC3,
          AV_CODEC_ID_EAC3,
          AV_CODEC_ID_ALAC);

  /** Where the packets of one of the source's streams go. */
  private static final class Route {
    final AVStream from;
    final AVStream to;

    /** What {@code av_rescale_delta} remembers from packet to packet. */
    final long[] last = {AV_NOPTS_VALUE};

    Route(AVStream from, AVStream to) {
      this.from = from;
      this.to = to;
    }
  }

  private final OpenVideo source;
  private final AVPacket packet = av_packet_alloc();
  private final AVRational sample = new AVRational();
  private final Map<Integer, Route> routes = new HashMap<>();
  private Optional<String> damage = Optional.empty();

  SoundPackets(OpenVideo source) {
    this.source = source;
  }

  /** All streams of the source that hold sound. */
  List<AVStream> streams() {
    List<AVStream> streams = new ArrayList<>();
    AVFormatContext format = source.format();
    for (int i = 0; i < format.nb_streams(); i++) {
      if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        streams.add(format.streams(i));
      }
    }
    return streams;
  }

  /**
   * Why sound in a codec cannot be copied into an MP4 file, if it cannot: a sentence for the user.
   */
  static Optional<String> trouble(int codec) {
    return FIT_FOR_MP4.contains(codec)
        ? Optional.empty()
        : Optional.of(
            "The sound is left out of the labelled video: %s sound does not fit into an MP4 file. Export the video with AAC sound to keep it."
                .formatted(avcodec_get_name(codec).getString()));
  }

  /** Has a stream's packets copied. */
  void copyTo(AVStream from, AVStream to) {
    routes.put(from.index(), new Route(from, to));
  }

  /** The packet that {@link #next} found, in ticks of its new stream, to be taken over. */
  AVPacket packet() {
    return packet;
  }

  /** Whether the packet that {@link #next} found comes before a point of time. */
  boolean isBefore(long time, AVRational tick) {
    long dts = packet.dts();
    return dts == AV_NOPTS_VALUE || av_compare_ts(dts, timeBase(), time, tick) < 0;
  }

  private AVRational timeBase() {
    for (Route route : routes.values()) {
      if (route.to.index() == packet.stream_index()) {
        return route.to.time_base();
      }
    }
    throw new IllegalStateException("there is no packet");
  }

  /**
   * Goes to the next packet.
   *
   * @return whether there is one
   * @throws IOException when the source fails; a damaged one merely ends, see {@link #damage}
   */
  boolean next() throws IOException {
    if (routes.isEmpty()) {
      return false;
    }
    AVFormatContext format = source.format();
    for (int i = 0; i < format.nb_streams(); i++) {
      format.streams(i).discard(routes.containsKey(i) ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
    }
    while (true) {
      int result = av_read_frame(format, packet);
      if (result < 0) {
        source.checkSource();
        if (result != AVERROR_EOF) {
          damage = Optional.of("The sound of the labelled video ends early: the file is damaged.");
        }
        return false;
      }
      Route route = routes.get(packet.stream_index());
      if (route != null) {
        rescale(route);
        return true;
      }
      av_packet_unref(packet);
    }
  }

  /**
   * Where the source's ticks are coarser than samples (milliseconds in Matroska), each packet
   * begins where the one before ends, as far as the ticks permit: rounding must not show as gaps.
   */
  private void rescale(Route route) {
    AVCodecParameters parameters = route.from.codecpar();
    int rate = parameters.sample_rate();
    int samples = av_get_audio_frame_duration2(parameters, packet.size());
    long dts = packet.dts();
    AVRational from = route.from.time_base();
    AVRational to = route.to.time_base();
    boolean coarse = (long) from.num() * rate > from.den();
    av_packet_rescale_ts(packet, from, to);
    if (coarse && samples > 0 && rate > 0 && dts != AV_NOPTS_VALUE) {
      sample.num(1).den(rate);
      long exact = av_rescale_delta(from, dts, sample, samples, route.last, to);
      packet.pts(exact).dts(exact);
    }
    packet.stream_index(route.to.index());
    packet.pos(-1);
  }

  /** A sentence for the user when the sound could not be read to its end. */
  Optional<String> damage() {
    return damage;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    sample.close();
  }
}
