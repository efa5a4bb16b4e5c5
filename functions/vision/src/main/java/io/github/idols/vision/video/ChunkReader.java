package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_COPY_OPAQUE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
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
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import io.github.idols.vision.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;

/**
 * The frames of one chunk of a plan: all chunks together give what decoding the whole file gives,
 * each frame once and bit for bit.
 *
 * <p>The rule: a packet is a chunk's own from the chunk's keyframe up to the next chunk's. Of the
 * frames made from them those shown before the first keyframe are left out (with open GOPs they
 * lean on the chunk before). Decoding goes on past the next chunk's keyframe for the frames that
 * are shown before it, and ends with the first that is not.
 *
 * <p>The planes are to be read only: the decoder refers to them for later frames. The video must
 * not be used by anyone else meanwhile; it is not closed with the reader, and further readers may
 * follow. Its demuxer skips the sound from now on.
 */
public final class ChunkReader implements Frames {
  /** A damaged file may fail at each packet; this many in a row are the end. */
  private static final int MOST_FAILURES = 1000;

  private static final long ANY_KEYFRAME = Long.MAX_VALUE;

  /** Earlier than any timestamp, and far enough from overflowing when FFmpeg rescales it. */
  private static final long LOWEST = -(1L << 40);

  private final OpenVideo video;
  private final Chunk chunk;
  private final PacketKeys keys;
  private final KeyframeKind keyframeKind;
  private final AVCodecContext decoder;
  private final AVPacket packet;
  private final AVFrame decoded;
  private final FramePlanes planes;
  private Part part = Part.OWN;
  private long startPts = Long.MIN_VALUE;
  private long endPts = Long.MAX_VALUE;
  private long index;
  private int failures;
  private boolean packetHeld;
  private boolean finished;
  private boolean closed;

  /**
   * Goes to the beginning of the chunk.
   *
   * @throws IOException when the chunk is not to be found in the video or no decoder starts
   */
  public ChunkReader(OpenVideo video, Chunk chunk, ReadOptions options) throws IOException {
    this.video = video;
    this.chunk = chunk;
    decoder = openDecoder(options);
    keys = new PacketKeys(video);
    keys.onlyVideo();
    keyframeKind = new KeyframeKind(video.video().codecpar());
    packet = av_packet_alloc();
    decoded = av_frame_alloc();
    planes = new FramePlanes(video.info());
    try {
      goToStart();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Optional<Frame> next() throws IOException {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
    while (!finished) {
      int result = avcodec_receive_frame(decoder, decoded);
      if (result == 0) {
        failures = 0;
        if (isWanted()) {
          return Optional.of(planes.frame(decoded, pts(), index++));
        }
      } else if (result == AVERROR_EAGAIN()) {
        feed();
      } else if (result == AVERROR_EOF) {
        finished = true;
      } else {
        countFailure();
      }
    }
    if (index == 0) {
      throw new IOException(
          "No picture could be decoded in part %d of the video; it is damaged. Download or export it again."
              .formatted(chunk.number() + 1));
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    av_frame_free(decoded);
    av_packet_free(packet);
    avcodec_free_context(decoder);
    planes.close();
  }

  private AVCodecContext openDecoder(ReadOptions options) throws IOException {
    AVCodecParameters parameters = video.video().codecpar();
    String name = Codecs.videoDecoder(parameters.codec_id()).orElseThrow();
    AVCodecContext context = avcodec_alloc_context3(avcodec_find_decoder_by_name(name));
    avcodec_parameters_to_context(context, parameters);
    context.pkt_timebase(video.video().time_base());
    context.thread_count(options.threads());
    context.flags(context.flags() | AV_CODEC_FLAG_COPY_OPAQUE);
    context.max_pixels(video.gate().limits().maxPixels());
    if (options.fast()) {
      context.skip_loop_filter(AVDISCARD_ALL);
    }
    int result = avcodec_open2(context, null, (AVDictionary) null);
    if (result < 0) {
      avcodec_free_context(context);
      throw new IOException("The video cannot be decoded: " + Ffmpeg.message(result) + ".");
    }
    return context;
  }

  /** Goes to the chunk's keyframe, or to one before it where decoding can begin. */
  private void goToStart() throws IOException {
    if (chunk.number() == 0) {
      // What comes before the first keyframe belongs to the first chunk.
      seekToBeginning();
      return;
    }
    if (!seek(chunk.startDts()) || !readTo(chunk.startDts())) {
      // The container's own index led astray: look at every packet.
      seekToBeginning();
      if (!readTo(chunk.startDts())) {
        throw new IOException(
            "The plan does not fit the video: part %d does not begin at any of its pictures."
                .formatted(chunk.number() + 1));
      }
    }
    startPts = packet.pts();
    long key = chunk.startDts();
    while (!keyframeKind.isClean(packet)) {
      part = Part.BEFORE;
      if (!seek(key - 1) || !readTo(ANY_KEYFRAME) || keys.of(packet) >= key) {
        seekToBeginning();
        return;
      }
      key = keys.of(packet);
    }
    packetHeld = true;
  }

  private boolean seek(long key) {
    return av_seek_frame(video.format(), keys.stream(), key, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  private void seekToBeginning() throws IOException {
    av_packet_unref(packet);
    // The least timestamp may be refused where 0 is not, and the other way round.
    if (!seek(LOWEST) && !seek(0)) {
      video.checkSource();
      throw new IOException("The video cannot be read from its beginning.");
    }
  }

  /** Reads up to a keyframe and leaves it in {@code packet}; false when it is not ahead. */
  private boolean readTo(long key) throws IOException {
    while (readPacket()) {
      if (isKeyframe(packet) && (key == ANY_KEYFRAME || keys.of(packet) == key)) {
        return true;
      }
      if (key != ANY_KEYFRAME && video.storesDts() && keys.of(packet) > key) {
        return false;
      }
    }
    return false;
  }

  /** Reads the next packet of the video stream; false at the end. */
  private boolean readPacket() throws IOException {
    while (true) {
      av_packet_unref(packet);
      int result = av_read_frame(video.format(), packet);
      if (result >= 0) {
        if (packet.stream_index() == keys.stream()) {
          return true;
        }
      } else {
        video.checkSource();
        if (result == AVERROR_EOF || ++failures > MOST_FAILURES) {
          return false;
        }
      }
    }
  }

  /** Gives the decoder one packet, or tells it that there are no more. */
  private void feed() throws IOException {
    if (!packetHeld && !readPacket()) {
      avcodec_send_packet(decoder, null);
      return;
    }
    packetHeld = false;
    if (isKeyframe(packet)) {
      long key = keys.of(packet);
      if (part == Part.BEFORE && key == chunk.startDts()) {
        part = Part.OWN;
      } else if (part == Part.OWN && key == chunk.endDts()) {
        part = Part.AFTER;
        endPts = packet.pts();
      }
    }
    packet.opaque(part.mark());
    // A damaged packet is left out; the decoder goes on with the next.
    avcodec_send_packet(decoder, packet);
    av_packet_unref(packet);
  }

  private boolean isWanted() {
    long pts = pts();
    if (Part.BEFORE.made(decoded) || (pts != AV_NOPTS_VALUE && pts < startPts)) {
      return false;
    }
    // A decoder that copies no marks leaves it to the timestamps alone.
    boolean past =
        part == Part.AFTER && !Part.OWN.made(decoded) && (pts == AV_NOPTS_VALUE || pts >= endPts);
    finished = past;
    return !past;
  }

  private long pts() {
    return decoded.pts() != AV_NOPTS_VALUE ? decoded.pts() : decoded.best_effort_timestamp();
  }

  private void countFailure() {
    finished = ++failures > MOST_FAILURES;
  }

  private static boolean isKeyframe(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  /** Where a packet lies; the decoder copies the mark to the frame that it makes of it. */
  private enum Part {
    OWN(1),
    BEFORE(2),
    AFTER(3);

    private final long number;

    Part(long number) {
      this.number = number;
    }

    private Mark mark() {
      return new Mark(number);
    }

    private boolean made(AVFrame frame) {
      Pointer found = frame.opaque();
      return found != null && found.address() == number;
    }
  }

  /** A small number in a pointer's clothes; never followed. */
  private static final class Mark extends Pointer {
    private Mark(long number) {
      address = number;
    }
  }
}
