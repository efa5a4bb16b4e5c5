package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/**
 * An MP4 file that is being written: under another name, until it is whole.
 *
 * <p>Add streams, {@link #begin}, {@link #write} packets, {@link #finish}. Closing without
 * finishing removes what was written. Not safe for use by several threads.
 */
final class Mp4File implements AutoCloseable {
  private static final String UNFINISHED = ".part";

  private final Path target;
  private final Path unfinished;
  private final AVFormatContext format = new AVFormatContext(null);
  private final AVIOContext io = new AVIOContext(null);
  private boolean finished;
  private boolean closed;

  private Mp4File(Path target) {
    this.target = target;
    unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
  }

  /**
   * Opens the file, under its temporary name, for writing.
   *
   * @throws IOException when it cannot be made
   */
  static Mp4File create(Path target) throws IOException {
    Ffmpeg.quiet();
    Mp4File file = new Mp4File(target);
    // The protocol is named so that no file name can be taken for an address.
    String url = "file:" + file.unfinished;
    try (BytePointer name = new BytePointer(url, StandardCharsets.UTF_8);
        BytePointer kind = new BytePointer("mp4", StandardCharsets.UTF_8)) {
      check(avformat_alloc_output_context2(file.format, null, kind, name), "prepare an MP4 file");
      check(avio_open(file.io, name, AVIO_FLAG_WRITE), "write to " + file.unfinished);
      file.format.pb(file.io);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  AVFormatContext format() {
    return format;
  }

  AVStream addStream() throws IOException {
    AVStream stream = avformat_new_stream(format, null);
    if (stream == null) {
      throw new IOException("cannot add a stream to " + unfinished + ": out of memory");
    }
    return stream;
  }

  /** Writes the header; afterwards the streams' time bases are what the file will use. */
  void begin(Map<String, String> options) throws IOException {
    AVDictionary dictionary = dictionary(options);
    try {
      check(avformat_write_header(format, dictionary), "begin the file " + unfinished);
    } finally {
      av_dict_free(dictionary);
    }
  }

  /** Writes a packet, in ticks of its stream's time base; takes over what the packet holds. */
  void write(AVPacket packet) throws IOException {
    check(av_interleaved_write_frame(format, packet), "write to " + unfinished);
  }

  /** Completes the file and gives it its name, over an older one. */
  void finish() throws IOException {
    check(av_write_trailer(format), "complete the file " + unfinished);
    closeFile("complete the file " + unfinished);
    Files.move(
        unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
  }

  private void closeFile(String doing) throws IOException {
    if (!io.isNull()) {
      format.pb(null);
      check(avio_closep(io), doing);
    }
  }

  static AVDictionary dictionary(Map<String, String> options) {
    AVDictionary dictionary = new AVDictionary(null);
    options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
    return dictionary;
  }

  /** Turns FFmpeg's negative results into exceptions. */
  static int check(int result, String doing) throws IOException {
    if (result < 0) {
      throw new IOException("cannot " + doing + ": " + Ffmpeg.message(result));
    }
    return result;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      closeFile("close " + unfinished);
    } finally {
      avformat_free_context(format);
      if (!finished) {
        Files.deleteIfExists(unfinished);
      }
    }
  }
}
