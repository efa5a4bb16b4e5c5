package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The encoded frames of all chunks, one after another, with the source's timestamps. Not safe for
 * use by several threads.
 */
final class ChunkPackets implements AutoCloseable {
  /** A last frame that is said to stay longer than this many usual ones is not believed. */
  private static final int LONGEST_LAST_FRAME = 250;

  private final VideoGate gate;
  private final List<RenderedChunk> chunks;
  private final long end;
  private final AVPacket packet = av_packet_alloc();
  private final AVRational tick = new AVRational();
  private final int ticksPerUnit;
  private final byte[] header;
  private OpenVideo open;
  private int current;
  private long frames;

  /**
   * Opens the first chunk.
   *
   * @param timeBase of the source's timestamps
   * @param end timestamp at which the source's last frame ends, as far as it is known
   */
  ChunkPackets(VideoGate gate, List<RenderedChunk> chunks, Rational timeBase, long end)
      throws IOException, RefusedException {
    this.gate = gate;
    this.chunks = chunks;
    this.end = end;
    ticksPerUnit = timeBase.num();
    tick.num(1).den(timeBase.den());
    try {
      open = gate.open(chunks.get(0).file());
    } catch (IOException | RefusedException | RuntimeException e) {
      av_packet_free(packet);
      throw e;
    }
    header = header(parameters());
  }

  /** How to decode the packets; the same for all chunks. */
  AVCodecParameters parameters() {
    return open.video().codecpar();
  }

  private static byte[] header(AVCodecParameters parameters) {
    byte[] header = new byte[parameters.extradata_size()];
    parameters.extradata().get(header);
    return header;
  }

  /** The unit of the packets' timestamps: one part of the source's time base's denominator. */
  AVRational tick() {
    return tick;
  }

  /** The packet that {@link #next} found, which the caller may take over. */
  AVPacket packet() {
    return packet;
  }

  /**
   * Goes to the next packet.
   *
   * @return whether there is one
   */
  boolean next() throws IOException, RefusedException {
    while (true) {
      int result = av_read_frame(open.format(), packet);
      if (result >= 0 && packet.stream_index() == open.video().index()) {
        place();
        return true;
      }
      if (result >= 0) {
        av_packet_unref(packet);
        continue;
      }
      open.checkSource();
      if (result != AVERROR_EOF || frames != chunks.get(current).frames()) {
        throw new IOException(
            "the chunk %s is damaged: %d of its %d frames were read"
                .formatted(chunks.get(current).file(), frames, chunks.get(current).frames()));
      }
      if (current + 1 == chunks.size()) {
        return false;
      }
      openNext();
    }
  }

  private void openNext() throws IOException, RefusedException {
    open.close();
    current++;
    frames = 0;
    open = gate.open(chunks.get(current).file());
    if (!Arrays.equals(header, header(parameters()))) {
      throw new IOException(
          "the chunk %s was encoded with other settings than the first: render all chunks again"
              .formatted(chunks.get(current).file()));
    }
  }

  /** Moves the packet to where the source has it. */
  private void place() {
    RenderedChunk chunk = chunks.get(current);
    av_packet_rescale_ts(packet, open.video().time_base(), tick);
    long begin = chunk.firstPts() * ticksPerUnit;
    packet.pts(packet.pts() + begin);
    packet.dts(packet.dts() + begin);
    frames++;
    if (current + 1 == chunks.size() && frames == chunk.frames()) {
      long rest = end * ticksPerUnit - packet.pts();
      if (rest > 0 && rest <= LONGEST_LAST_FRAME * packet.duration()) {
        packet.duration(rest);
      }
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    open.close();
    tick.close();
  }
}
