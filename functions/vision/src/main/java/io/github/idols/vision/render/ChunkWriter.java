package io.github.idols.vision.render;

import static io.github.idols.vision.render.Mp4File.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes the frames of a chunk into an MP4 file by x264, each with its own timestamp.
 *
 * <p>For every frame: {@link #canvas} copies it to where it may be drawn on, {@link #encode}
 * encodes that. {@link #finish} completes the file; closing without it leaves no file. Without
 * B-frames and with the same settings for every chunk, chunks can be joined by copying packets. Odd
 * sizes are made even by repeating the last column or row. Not safe for use by several threads;
 * x264 itself uses one thread, since chunks are what is shared out.
 */
public final class ChunkWriter implements AutoCloseable {
  private static final double SECONDS_BETWEEN_KEYFRAMES = 2;

  private final PictureFormat picture;
  private final Path target;
  private final Mp4File file;
  private final AVCodecContext encoder;
  private final Canvas canvas;
  private final AVPacket packet;
  private final AVStream stream;
  private final long frameTicks;
  private long firstPts;
  private long lastPts;
  private long frames;
  private boolean closed;

  /**
   * Opens a chunk for writing.
   *
   * @param target the file, which appears when it is whole
   * @param picture the same for all chunks of a video
   * @param settings the same for all chunks of a video
   * @throws IOException when the file cannot be made or x264 refuses the format
   */
  public ChunkWriter(Path target, PictureFormat picture, X264Settings settings) throws IOException {
    this.picture = picture;
    this.target = target;
    file = Mp4File.create(target);
    AVCodec x264 = avcodec_find_encoder_by_name("libx264");
    encoder = avcodec_alloc_context3(x264);
    packet = av_packet_alloc();
    canvas = new Canvas(picture.width(), picture.height());
    frameTicks =
        Math.max(1, Math.round(1 / (picture.frameRate().value() * picture.timeBase().value())));
    try {
      configure();
      open(x264, settings);
      stream = file.addStream();
      // One tick is 1/den of a second; where the source's tick is longer, timestamps are multiples.
      stream.time_base().num(1).den(picture.timeBase().den());
      check(
          avcodec_parameters_from_context(stream.codecpar(), encoder),
          "describe the chunk's video");
      stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
      stream.avg_frame_rate(encoder.framerate());
      file.begin(Map.of("video_track_timescale", Integer.toString(picture.timeBase().den())));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void configure() {
    Rational rate = picture.frameRate();
    encoder.width(canvas.width()).height(canvas.height()).pix_fmt(AV_PIX_FMT_YUV420P);
    encoder.time_base().num(picture.timeBase().num()).den(picture.timeBase().den());
    encoder.framerate().num(rate.num()).den(rate.den());
    encoder.sample_aspect_ratio().num(picture.sampleAspect().num());
    encoder.sample_aspect_ratio().den(picture.sampleAspect().den());
    PictureFormat.ColorTags color = picture.color();
    encoder.color_primaries(color.primaries()).color_trc(color.transfer());
    encoder.colorspace(color.matrix()).color_range(color.range());
    encoder.chroma_sample_location(color.chromaLocation());
    encoder.gop_size((int) Math.max(1, Math.round(SECONDS_BETWEEN_KEYFRAMES * rate.value())));
    encoder.max_b_frames(0).thread_count(1).profile(AV_PROFILE_H264_HIGH);
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
  }

  private void open(AVCodec x264, X264Settings settings) throws IOException {
    AVDictionary options =
        Mp4File.dictionary(
            Map.of(
                "preset", settings.preset(),
                "crf", Integer.toString(settings.crf()),
                "x264-params", settings.params()));
    try {
      check(
          avcodec_open2(encoder, x264, options),
          "encode video of %dx%d pixels".formatted(picture.width(), picture.height()));
    } finally {
      av_dict_free(options);
    }
  }

  /**
   * Copies a frame to where it may be drawn on.
   *
   * @return the copy, with planes that may be written; valid until the next call and until {@link
   *     #encode}
   * @throws IllegalArgumentException when the frame has another size than the chunk
   */
  public Frame canvas(Frame source) {
    if (source.width() != picture.width() || source.height() != picture.height()) {
      throw new IllegalArgumentException(
          "a frame of %dx%d pixels in a chunk of %dx%d"
              .formatted(source.width(), source.height(), picture.width(), picture.height()));
    }
    return canvas.copy(source);
  }

  /**
   * Gives memory of the chunk's size to be filled with a part of a frame, which may have any size.
   *
   * @return what {@link #encode} encodes, when the source is shown; its samples are undefined until
   *     they are written
   */
  Frame blank(Frame source) {
    return canvas.blank(source);
  }

  /**
   * Encodes what {@link #canvas} or {@link #blank} returned last.
   *
   * @throws IOException when timestamps do not grow, or the file cannot be written
   */
  public void encode() throws IOException {
    Frame frame = canvas.current();
    if (frames == 0) {
      firstPts = frame.pts();
    } else if (frame.pts() <= lastPts) {
      throw new IOException(
          "frame %d is shown at tick %d, which is not after the one before (%d)"
              .formatted(frames, frame.pts(), lastPts));
    }
    lastPts = frame.pts();
    AVFrame padded = canvas.padded();
    padded.pts(frame.pts() - firstPts).duration(frameTicks);
    check(avcodec_send_frame(encoder, padded), "encode frame " + frames + " of " + target);
    frames++;
    drain();
  }

  /**
   * Encodes what x264 has held back and completes the file.
   *
   * @throws IOException when there was no frame, or the file cannot be written
   */
  public RenderedChunk finish() throws IOException {
    if (frames == 0) {
      throw new IOException("there was no frame to write to " + target);
    }
    check(avcodec_send_frame(encoder, null), "encode the end of " + target);
    drain();
    file.finish();
    return new RenderedChunk(target, firstPts, frames);
  }

  private void drain() throws IOException {
    while (true) {
      int result = avcodec_receive_packet(encoder, packet);
      if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
        return;
      }
      check(result, "encode " + target);
      packet.stream_index(0);
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      file.write(packet);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    avcodec_free_context(encoder);
    av_packet_free(packet);
    canvas.close();
    file.close();
  }
}
