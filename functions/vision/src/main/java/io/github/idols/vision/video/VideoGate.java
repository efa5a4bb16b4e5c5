package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The one class that opens media. Every file, whoever sent it, comes through here: FFmpeg gets its
 * bytes from a {@link MediaSource}, a named demuxer of two, no protocol, a list of decoders, and a
 * limit on everything that costs memory or time.
 *
 * <p>Safe for use by several threads at once.
 */
public final class VideoGate {
  /** No honest index or picture needs as much in one piece; a hostile header may ask for it. */
  private static final long LARGEST_ALLOCATION = 1L << 30;

  private final GateLimits limits;

  public VideoGate(GateLimits limits) {
    Ffmpeg.quiet();
    av_max_alloc(LARGEST_ALLOCATION);
    this.limits = limits;
  }

  public VideoGate() {
    this(GateLimits.defaults());
  }

  /**
   * Opens a file on this machine.
   *
   * @throws RefusedException with a reason that a fan understands when it is not let through
   * @throws IOException when the file cannot be read
   */
  public OpenVideo open(Path file) throws RefusedException, IOException {
    return open(FileSource.open(file));
  }

  /**
   * Opens a source, which from now on belongs to the gate or the video that it returns: it is
   * closed with the video, or at once when it is refused.
   *
   * @throws RefusedException with a reason that a fan understands when it is not let through
   * @throws IOException when the source cannot be read
   */
  public OpenVideo open(MediaSource source) throws RefusedException, IOException {
    try {
      Container container = Container.of(source);
      Outline outline = Outline.of(source, container, limits);
      return open(source, container, outline);
    } catch (RefusedException | IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /**
   * Opens a video again that passed the gate when it was planned.
   *
   * @param source belongs to the gate or the video from now on, as in {@link #open(MediaSource)}
   * @throws IOException when it cannot be read, or was changed meanwhile
   */
  public OpenVideo reopen(MediaSource source) throws IOException {
    String name = source.name();
    try {
      return open(source);
    } catch (RefusedException e) {
      throw new IOException(name + " was changed meanwhile: " + e.getMessage(), e);
    }
  }

  private OpenVideo open(MediaSource source, Container container, Outline outline)
      throws RefusedException, IOException {
    SourceIo io = new SourceIo(source);
    AVFormatContext format = avformat_alloc_context();
    try {
      io.attachTo(format);
      io.watch(limits.watchdog());
      openInput(format, io, container);
      // Some containers leave the size to the first picture, which has not been looked at yet.
      check(format, stream -> false, 0);
      findStreamInfo(format, io);
      io.unwatch();
      check(format, Streams::isEncrypted, limits.minSide());
      int video = Streams.video(format);
      if (outline.listsEveryFrame()) {
        Streams.checkWhole(format.streams(video), source.size());
      }
      int audio = Streams.audio(format);
      VideoInfo info = Streams.info(format, format.streams(video));
      if (outline.listsEveryFrame()) {
        checkRate(info.frames(), info.durationSeconds());
      }
      return new OpenVideo(this, source, io, format, outline, container, video, audio, info);
    } catch (RefusedException | IOException | RuntimeException e) {
      avformat_close_input(format);
      io.close();
      throw e;
    }
  }

  private void openInput(AVFormatContext format, SourceIo io, Container container)
      throws RefusedException, IOException {
    format.probesize(limits.probeBytes());
    format.max_streams(Math.max(limits.maxStreams(), 64));
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", "mov,mp4,matroska,webm", 0);
    av_dict_set(options, "codec_whitelist", Codecs.whitelist(), 0);
    // No protocol has this name.
    av_dict_set(options, "protocol_whitelist", "none", 0);
    try {
      int result =
          avformat_open_input(format, "", av_find_input_format(container.demuxer()), options);
      if (result < 0) {
        throw unreadable(io);
      }
    } finally {
      av_dict_free(options);
    }
  }

  private void findStreamInfo(AVFormatContext format, SourceIo io)
      throws RefusedException, IOException {
    int streams = format.nb_streams();
    // A header may promise a small picture and its data hold a huge one: decoders get the limit
    // too.
    try (PointerPointer<AVDictionary> options = new PointerPointer<>(streams)) {
      for (int i = 0; i < streams; i++) {
        AVDictionary decoder = new AVDictionary(null);
        av_dict_set(decoder, "max_pixels", Long.toString(limits.maxPixels()), 0);
        options.put(i, decoder);
      }
      int result = avformat_find_stream_info(format, options);
      for (int i = 0; i < streams; i++) {
        AVDictionary unused = options.get(AVDictionary.class, i);
        if (unused != null) {
          av_dict_free(unused);
        }
      }
      if (result < 0 || io.timedOut()) {
        throw unreadable(io);
      }
    }
  }

  private static RefusedException unreadable(SourceIo io) throws IOException {
    io.rethrow();
    return new RefusedException(
        io.timedOut()
            ? "The file takes too long to open. Export the video again."
            : "The file is damaged and cannot be read. Download or export it again.");
  }

  /** Checks what is known of the streams, once before anything is decoded and once after. */
  private void check(AVFormatContext format, Predicate<AVStream> encrypted, int atLeast)
      throws RefusedException {
    if (format.nb_streams() > limits.maxStreams()) {
      throw new RefusedException(
          "The file has %d tracks, and at most %d are read. Export it with one video and one sound track."
              .formatted(format.nb_streams(), limits.maxStreams()));
    }
    AVStream stream = format.streams(Streams.video(format));
    AVCodecParameters parameters = stream.codecpar();
    if (encrypted.test(stream)) {
      throw Outline.encrypted();
    }
    if (Codecs.videoDecoder(parameters.codec_id()).isEmpty()) {
      throw new RefusedException(
          "The video is coded as %s, which is not read. Export it as MP4 with H.264."
              .formatted(avcodec_get_name(parameters.codec_id()).getString()));
    }
    checkSize(parameters.width(), parameters.height(), atLeast);
    checkDuration(Streams.seconds(format, stream));
  }

  GateLimits limits() {
    return limits;
  }

  /** Also asked by the planner, which counts the frames where the container does not. */
  void checkRate(long frames, double seconds) throws RefusedException {
    // One second is added for very short videos, whose last frame's duration may be missing.
    if (frames > (seconds + 1) * limits.maxFrameRate()) {
      throw new RefusedException(
          "The video has %d pictures a second, and at most %d are read. Export it with 60."
              .formatted(
                  Math.round(frames / Math.max(seconds, 1)), Math.round(limits.maxFrameRate())));
    }
  }

  /** Also asked by the planner, which measures the length where the container does not tell it. */
  void checkDuration(double seconds) throws RefusedException {
    if (seconds > limits.maxDuration().toSeconds()) {
      throw new RefusedException(
          "The video is %d minutes long, and at most %d are read. Cut it into parts."
              .formatted(Math.round(seconds / 60), limits.maxDuration().toMinutes()));
    }
  }

  private void checkSize(int width, int height, int atLeast) throws RefusedException {
    if (Math.max(width, height) > limits.maxSide() || (long) width * height > limits.maxPixels()) {
      throw new RefusedException(
          "The video has %d x %d pixels, which is too large. Export it in 4K (3840 x 2160) or less."
              .formatted(width, height));
    }
    if (Math.min(width, height) < atLeast) {
      throw new RefusedException(
          "The video has %d x %d pixels, which is too small to show a face."
              .formatted(width, height));
    }
  }
}
