package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads JPEG, PNG and WebP pictures. The bytes go straight to one decoder, named by the first of
 * them; no demuxer takes part. Very large pictures are scaled down: faces do not need more pixels.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Pictures {
  private static final int MOST_BYTES = 50 << 20;
  private static final long MOST_PIXELS = 100_000_000;
  private static final int SMALLEST_SIDE = 8;

  /** Longer sides than this are scaled down to it. */
  private static final int LONGEST_SIDE = 2048;

  public Pictures() {
    Ffmpeg.quiet();
  }

  /**
   * Reads a file.
   *
   * @throws RefusedException when it is missing, too large, damaged or no picture
   * @throws IOException when the file system fails
   */
  public Still read(Path file) throws RefusedException, IOException {
    try (FileSource source = FileSource.open(file)) {
      return read(source);
    }
  }

  /**
   * Reads a picture from a source, which stays open.
   *
   * @throws RefusedException when it is too large, damaged or no picture
   * @throws IOException when the source cannot be read
   */
  public Still read(MediaSource source) throws RefusedException, IOException {
    if (source.size() > MOST_BYTES) {
      throw new RefusedException(
          "%s is larger than %d MB. Save it smaller.".formatted(source.name(), MOST_BYTES >> 20));
    }
    return read(source.name(), Bytes.read(source, 0, (int) source.size()));
  }

  /**
   * Reads a picture from its bytes.
   *
   * @param name what to call it in a message
   * @throws RefusedException when it is too large, damaged or no picture
   */
  public Still read(String name, ByteBuffer bytes) throws RefusedException {
    if (!bytes.hasRemaining()) {
      throw new RefusedException(name + " is empty (0 bytes). Download or export it again.");
    }
    StillHeader header = StillHeader.of(name, bytes.slice());
    if (!header.whole() || header.width() == 0 || header.height() == 0) {
      throw StillHeader.cutOff(name);
    }
    if ((long) header.width() * header.height() > MOST_PIXELS
        || header.width() < 0
        || header.height() < 0) {
      throw new RefusedException(
          "%s has more than %d million pixels. Save it smaller."
              .formatted(name, MOST_PIXELS / 1_000_000));
    }
    if (Math.min(header.width(), header.height()) < SMALLEST_SIDE) {
      throw new RefusedException(
          "%s has only %d x %d pixels. Use a larger picture."
              .formatted(name, header.width(), header.height()));
    }
    return decode(name, header, bytes.slice());
  }

  private static Still decode(String name, StillHeader header, ByteBuffer bytes)
      throws RefusedException {
    AVCodecContext decoder = avcodec_alloc_context3(avcodec_find_decoder_by_name(header.decoder()));
    AVPacket packet = av_packet_alloc();
    AVFrame decoded = av_frame_alloc();
    try {
      decoder.thread_count(1);
      decoder.max_pixels(MOST_PIXELS);
      if (avcodec_open2(decoder, null, (AVDictionary) null) < 0
          || av_new_packet(packet, bytes.remaining()) < 0) {
        throw new IllegalStateException("no memory to decode " + name);
      }
      packet.data().capacity(bytes.remaining()).asByteBuffer().put(bytes);
      if (avcodec_send_packet(decoder, packet) < 0
          || avcodec_send_packet(decoder, null) < 0
          || avcodec_receive_frame(decoder, decoded) < 0) {
        throw StillHeader.cutOff(name);
      }
      return upright(name, decoded);
    } finally {
      av_frame_free(decoded);
      av_packet_free(packet);
      avcodec_free_context(decoder);
    }
  }

  private static Still upright(String name, AVFrame decoded) throws RefusedException {
    Turn turn = turn(decoded);
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(decoded.width(), decoded.height()));
    int width = (int) Math.max(1, Math.round(decoded.width() * scale));
    int height = (int) Math.max(1, Math.round(decoded.height() * scale));
    ColorSpace color = Colors.of(decoded);
    Yuv memory = new Yuv(width, height);
    try {
      memory.fill(decoded, color);
    } catch (IOException e) {
      memory.close();
      throw StillHeader.cutOff(name);
    }
    if (!turn.equals(Turn.NONE)) {
      Yuv stored = memory;
      memory = turn.swapsSides() ? new Yuv(height, width) : new Yuv(width, height);
      turn.copy(stored.y(), memory.y());
      turn.copy(stored.u(), memory.u());
      turn.copy(stored.v(), memory.v());
      stored.close();
    }
    boolean swap = turn.swapsSides();
    Frame frame =
        new Frame(
            0,
            0,
            swap ? height : width,
            swap ? width : height,
            memory.y(),
            memory.u(),
            memory.v(),
            color);
    return new Still(
        frame,
        swap ? decoded.height() : decoded.width(),
        swap ? decoded.width() : decoded.height(),
        memory);
  }

  /** The orientation that a camera noted (Exif 2.3, tag 0x0112). */
  private static Turn turn(AVFrame decoded) {
    AVDictionaryEntry entry = av_dict_get(decoded.metadata(), "Orientation", null, 0);
    String noted = entry == null ? "1" : entry.value().getString().strip();
    return switch (noted) {
      case "2" -> new Turn(true, 0);
      case "3" -> new Turn(false, 180);
      case "4" -> new Turn(true, 180);
      case "5" -> new Turn(true, 270);
      case "6" -> new Turn(false, 90);
      case "7" -> new Turn(true, 90);
      case "8" -> new Turn(false, 270);
      default -> Turn.NONE;
    };
  }
}
