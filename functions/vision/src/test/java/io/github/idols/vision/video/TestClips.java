package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.github.idols.core.video.Frame;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Makes small videos for tests with FFmpeg's libraries. Every frame carries its number as black and
 * white cells, so that a test can tell which frame it got ({@link #number}).
 *
 * <p>{@code TestClips.h264().frames(100).option("g", "25").audio().write(file)}. The container
 * follows from the file's name.
 */
public final class TestClips {
  /** Cells of the pattern, most significant bit first; each is a column of the picture. */
  private static final int BITS = 12;

  private static final int SAMPLE_RATE = 44_100;

  private final String encoder;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> muxerOptions = new LinkedHashMap<>();
  private int width = 160;
  private int height = 96;
  private int frames = 60;
  private int ticksPerSecond = 24;
  private IntToLongFunction pts = n -> n;
  private String pixelFormat = "yuv420p";
  private boolean video = true;
  private boolean audio;
  private boolean cover;
  private int rotation;

  private TestClips(String encoder) {
    this.encoder = encoder;
  }

  /** H.264 by x264 with two B-frames in a row and a keyframe each second. */
  public static TestClips h264() {
    return new TestClips("libx264")
        .option("preset", "veryfast")
        .option("bf", "2")
        .option("g", "24")
        .option("sc_threshold", "0")
        .option("threads", "1");
  }

  /** VP9, which permits odd sizes; a keyframe each second. */
  public static TestClips vp9() {
    return new TestClips("libvpx-vp9")
        .option("deadline", "realtime")
        .option("cpu-used", "8")
        .option("g", "24")
        .option("b", "1000000")
        .option("threads", "1");
  }

  /** Any encoder of FFmpeg by its name. */
  public static TestClips encodedBy(String encoder) {
    return new TestClips(encoder).option("threads", "1");
  }

  /** Sound only: a file in which there is no video. */
  public static TestClips soundOnly() {
    TestClips clips = new TestClips("none").audio();
    clips.video = false;
    return clips;
  }

  /** Sets an option of the encoder, named as on the command line of ffmpeg. */
  public TestClips option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /** Sets an option of the muxer, for instance {@code movflags}, {@code +faststart}. */
  public TestClips muxerOption(String name, String value) {
    muxerOptions.put(name, value);
    return this;
  }

  public TestClips size(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    return this;
  }

  public TestClips frames(int count) {
    frames = count;
    return this;
  }

  /** Frame {@code n} is shown at tick {@code pts(n)} of {@code ticksPerSecond}. */
  public TestClips timing(int newTicksPerSecond, IntToLongFunction newPts) {
    ticksPerSecond = newTicksPerSecond;
    pts = newPts;
    return this;
  }

  /** Planar YUV formats only; of formats with more than 8 bits each sample is two bytes. */
  public TestClips pixelFormat(String name) {
    pixelFormat = name;
    return this;
  }

  /** Adds a sine as AAC in stereo, as long as the frames last. */
  public TestClips audio() {
    audio = true;
    return this;
  }

  /** Adds a picture for players to show beside the sound. */
  public TestClips cover() {
    cover = true;
    return this;
  }

  /** The flag that tells players to turn the picture clockwise by so many degrees. */
  public TestClips rotation(int degreesClockwise) {
    rotation = degreesClockwise;
    return this;
  }

  /** Which frame of a clip this is, read from its luma; the frame must be upright and unrotated. */
  public static int number(Frame frame) {
    ByteBuffer luma = frame.y().bytes();
    int row = frame.height() / 4;
    int number = 0;
    for (int bit = 0; bit < BITS; bit++) {
      int column = (2 * bit + 1) * frame.width() / (2 * BITS);
      int sample = luma.get(row * frame.y().stride() + column) & 0xff;
      number = number * 2 + (sample > 125 ? 1 : 0);
    }
    return number;
  }

  /** Writes the file and returns it. */
  public Path write(Path file) {
    Ffmpeg.quiet();
    AVFormatContext format = new AVFormatContext(null);
    check(avformat_alloc_output_context2(format, null, null, file.toString()));
    AVIOContext io = new AVIOContext(null);
    check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
    format.pb(io);
    AVCodecContext videoEncoder = video ? videoEncoder(format) : null;
    AVCodecContext audioEncoder = audio ? audioEncoder(format) : null;
    AVStream coverStream = cover ? coverStream(format) : null;
    AVDictionary header = dictionary(muxerOptions);
    check(avformat_write_header(format, header));
    av_dict_free(header);
    if (coverStream != null) {
      writeCover(format, coverStream);
    }
    double seconds = (double) pts.applyAsLong(frames) / ticksPerSecond;
    if (audioEncoder != null) {
      int stream = video ? 1 : 0;
      writeAudio(format, audioEncoder, stream, (long) (seconds * SAMPLE_RATE));
    }
    if (videoEncoder != null) {
      writeVideo(format, videoEncoder);
    }
    check(av_write_trailer(format));
    if (videoEncoder != null) {
      avcodec_free_context(videoEncoder);
    }
    if (audioEncoder != null) {
      avcodec_free_context(audioEncoder);
    }
    avio_closep(io);
    format.pb(null);
    avformat_free_context(format);
    return file;
  }

  private AVCodecContext videoEncoder(AVFormatContext format) {
    AVCodec codec = avcodec_find_encoder_by_name(encoder);
    AVCodecContext context = avcodec_alloc_context3(codec);
    context.width(width).height(height).pix_fmt(av_get_pix_fmt(pixelFormat));
    context.time_base(rational(1, ticksPerSecond));
    context.framerate(rational(24, 1));
    AVStream stream = open(format, context, codec, options);
    stream.avg_frame_rate(rational(24, 1));
    if (rotation != 0) {
      AVCodecParameters parameters = stream.codecpar();
      AVPacketSideData all = new AVPacketSideData((Pointer) null);
      int[] count = {0};
      AVPacketSideData matrix =
          av_packet_side_data_new(all, count, AV_PKT_DATA_DISPLAYMATRIX, 36, 0);
      // The matrix counts degrees clockwise here: FFmpeg's setter takes the inverse of its getter.
      av_display_rotation_set(new IntPointer(matrix.data()), rotation);
      parameters.coded_side_data(all).nb_coded_side_data(count[0]);
    }
    return context;
  }

  private static AVCodecContext audioEncoder(AVFormatContext format) {
    AVCodec codec = avcodec_find_encoder_by_name("aac");
    AVCodecContext context = avcodec_alloc_context3(codec);
    context.sample_rate(SAMPLE_RATE).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(96_000);
    context.ch_layout().order(AV_CHANNEL_ORDER_NATIVE).nb_channels(2).u_mask(3);
    context.time_base(rational(1, SAMPLE_RATE));
    open(format, context, codec, Map.of());
    return context;
  }

  private static AVStream open(
      AVFormatContext format, AVCodecContext context, AVCodec codec, Map<String, String> with) {
    if ((format.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    AVDictionary dictionary = dictionary(with);
    check(avcodec_open2(context, codec, dictionary));
    av_dict_free(dictionary);
    AVStream stream = avformat_new_stream(format, null);
    stream.time_base(context.time_base());
    check(avcodec_parameters_from_context(stream.codecpar(), context));
    return stream;
  }

  private void writeVideo(AVFormatContext format, AVCodecContext context) {
    AVFrame frame = av_frame_alloc();
    frame.width(width).height(height).format(context.pix_fmt());
    check(av_frame_get_buffer(frame, 0));
    for (int n = 0; n < frames; n++) {
      check(av_frame_make_writable(frame));
      paint(frame, n);
      frame.pts(pts.applyAsLong(n));
      encode(format, context, frame, 0);
    }
    encode(format, context, null, 0);
    av_frame_free(frame);
  }

  /** The number's cells in the upper half, something that moves in the lower. */
  private static void paint(AVFrame frame, int n) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    int bytes = format.comp(0).depth() > 8 ? 2 : 1;
    int shift = format.comp(0).depth() - 8;
    for (int plane = 0; plane < format.nb_components(); plane++) {
      int columns = shifted(frame.width(), plane == 0 ? 0 : format.log2_chroma_w());
      int rows = shifted(frame.height(), plane == 0 ? 0 : format.log2_chroma_h());
      int stride = frame.linesize(plane);
      byte[] row = new byte[columns * bytes];
      BytePointer data = frame.data(plane);
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          int sample =
              (plane == 0 ? luma(x, y, columns, rows, n) : chroma(x, y, plane, n)) << shift;
          row[x * bytes] = (byte) sample;
          if (bytes == 2) {
            row[x * 2 + 1] = (byte) (sample >> 8);
          }
        }
        data.position((long) y * stride).put(row, 0, row.length);
      }
    }
  }

  private static int luma(int x, int y, int columns, int rows, int n) {
    if (y < rows / 2) {
      int bit = BITS - 1 - x * BITS / columns;
      return (n >> bit & 1) == 1 ? 220 : 30;
    }
    return 40 + (x * 3 + y * 5 + n * 7) % 170;
  }

  private static int chroma(int x, int y, int plane, int n) {
    return 90 + (x + y * plane + n * 3) % 70;
  }

  private static int shifted(int size, int by) {
    return -(-size >> by);
  }

  private static void writeAudio(
      AVFormatContext format, AVCodecContext context, int stream, long samples) {
    AVFrame frame = av_frame_alloc();
    frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(context.frame_size()).sample_rate(SAMPLE_RATE);
    frame.ch_layout().order(AV_CHANNEL_ORDER_NATIVE).nb_channels(2).u_mask(3);
    check(av_frame_get_buffer(frame, 0));
    for (long at = 0; at < samples; at += context.frame_size()) {
      check(av_frame_make_writable(frame));
      for (int channel = 0; channel < 2; channel++) {
        FloatBuffer tone =
            frame
                .data(channel)
                .capacity(context.frame_size() * 4L)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < context.frame_size(); i++) {
          tone.put(i, (float) (0.3 * Math.sin(2 * Math.PI * 440 * (at + i) / SAMPLE_RATE)));
        }
      }
      frame.pts(at);
      encode(format, context, frame, stream);
    }
    encode(format, context, null, stream);
    av_frame_free(frame);
  }

  private static void encode(
      AVFormatContext format, AVCodecContext context, @Nullable AVFrame frame, int stream) {
    check(avcodec_send_frame(context, frame));
    AVPacket packet = av_packet_alloc();
    while (avcodec_receive_packet(context, packet) == 0) {
      packet.stream_index(stream);
      av_packet_rescale_ts(packet, context.time_base(), format.streams(stream).time_base());
      check(av_interleaved_write_frame(format, packet));
    }
    av_packet_free(packet);
  }

  private static AVStream coverStream(AVFormatContext format) {
    AVStream stream = avformat_new_stream(format, null);
    stream.codecpar().codec_type(AVMEDIA_TYPE_VIDEO).codec_id(AV_CODEC_ID_MJPEG);
    stream.codecpar().width(64).height(48);
    stream.disposition(AV_DISPOSITION_ATTACHED_PIC);
    return stream;
  }

  private static void writeCover(AVFormatContext format, AVStream stream) {
    byte[] jpeg = TestPictures.jpeg(64, 48);
    AVPacket packet = av_packet_alloc();
    check(av_new_packet(packet, jpeg.length));
    packet.data().put(jpeg, 0, jpeg.length);
    packet.pts(0).dts(0).flags(AV_PKT_FLAG_KEY).stream_index(stream.index());
    check(av_interleaved_write_frame(format, packet));
    av_packet_free(packet);
  }

  private static AVDictionary dictionary(Map<String, String> entries) {
    AVDictionary dictionary = new AVDictionary(null);
    entries.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
    return dictionary;
  }

  private static AVRational rational(int num, int den) {
    return new AVRational().num(num).den(den);
  }

  private static void check(int result) {
    if (result < 0) {
      throw new IllegalStateException(Ffmpeg.message(result));
    }
  }
}
