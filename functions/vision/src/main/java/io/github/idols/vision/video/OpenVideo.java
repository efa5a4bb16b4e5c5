package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * A video that has passed the gate, with FFmpeg's demuxer at its beginning.
 *
 * <p>Only {@link VideoGate} makes one. Not safe for use by several threads. Closing frees the
 * native memory and the source; closing twice does nothing.
 */
public final class OpenVideo implements AutoCloseable {
  private final VideoGate gate;
  private final MediaSource source;
  private final SourceIo io;
  private final AVFormatContext format;
  private final Outline outline;
  private final boolean storesDts;
  private final int videoStream;
  private final int audioStream;
  private final VideoInfo info;
  private boolean closed;

  OpenVideo(
      VideoGate gate,
      MediaSource source,
      SourceIo io,
      AVFormatContext format,
      Outline outline,
      Container container,
      int videoStream,
      int audioStream,
      VideoInfo info) {
    this.gate = gate;
    this.source = source;
    this.io = io;
    this.format = format;
    this.outline = outline;
    this.storesDts = container == Container.MP4;
    this.videoStream = videoStream;
    this.audioStream = audioStream;
    this.info = info;
  }

  public VideoInfo info() {
    return info;
  }

  /**
   * FFmpeg's demuxer. It belongs to this object; whoever reads packets from it must not expect it
   * where another reader left it.
   */
  public AVFormatContext format() {
    if (closed) {
      throw new IllegalStateException("the video is closed");
    }
    return format;
  }

  /** The stream with the pictures. */
  public AVStream video() {
    return format().streams(videoStream);
  }

  /** The stream with the sound, if there is one. */
  public Optional<AVStream> audio() {
    return audioStream < 0 ? Optional.empty() : Optional.of(format().streams(audioStream));
  }

  /**
   * Must be asked after FFmpeg said that it could not read on.
   *
   * @throws IOException when it was the source that failed
   */
  public void checkSource() throws IOException {
    io.rethrow();
  }

  Outline outline() {
    return outline;
  }

  /**
   * Whether the container holds decode timestamps. Matroska holds presentation timestamps only;
   * FFmpeg then guesses the others, differently after a seek, so that they identify nothing.
   */
  boolean storesDts() {
    return storesDts;
  }

  VideoGate gate() {
    return gate;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    avformat_close_input(format);
    io.close();
    try {
      source.close();
    } catch (IOException e) {
      // It was only read from: nothing can be lost.
    }
  }
}
