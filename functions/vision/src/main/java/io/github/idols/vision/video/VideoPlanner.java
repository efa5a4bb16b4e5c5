package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.avformat.AVIndexEntry.AVINDEX_DISCARD_FRAME;
import static org.bytedeco.ffmpeg.avformat.AVIndexEntry.AVINDEX_KEYFRAME;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Shares a video out into chunks that begin at keyframes, without decoding anything: from the index
 * of an MP4 (milliseconds), or else by looking at every packet.
 *
 * <p>A chunk's bounds are decode timestamps. Matroska and WebM store none; there they are the
 * presentation timestamps of the same keyframes.
 *
 * <p>Immutable and safe for use by several threads, each with its own video.
 */
public final class VideoPlanner {
  /** About the time that a worker should be busy with one chunk; measured, not sacred. */
  public static final double USUAL_SECONDS = 10;

  /** For {@code chunkSeconds}: one chunk, whatever the length. */
  public static final double EVERYTHING = Double.POSITIVE_INFINITY;

  private final double chunkSeconds;

  /**
   * A planner of chunks of at least so many seconds each, the last one excepted; they end at the
   * next keyframe.
   *
   * @throws IllegalArgumentException when the number is not positive
   */
  public VideoPlanner(double chunkSeconds) {
    if (!(chunkSeconds > 0)) {
      throw new IllegalArgumentException("chunks of " + chunkSeconds + " s");
    }
    this.chunkSeconds = chunkSeconds;
  }

  /**
   * The plan of a freshly opened video. Reads packets where there is no full index, so that the
   * video must not be read from any more afterwards, except through a {@link ChunkReader}, which
   * seeks for itself.
   *
   * @throws RefusedException when there is no picture in it, or more of them than the gate permits
   * @throws IOException when the source cannot be read
   */
  public Plan plan(OpenVideo video) throws RefusedException, IOException {
    Cutter cutter =
        video.outline().listsEveryFrame() ? fromIndex(video.video()) : fromPackets(video);
    if (cutter.frames == 0) {
      throw new RefusedException("The video has no pictures in it. Download or export it again.");
    }
    VideoInfo info = refined(video.info(), cutter);
    video.gate().checkDuration(info.durationSeconds());
    video.gate().checkRate(info.frames(), info.durationSeconds());
    return new Plan(info, cutter.chunks());
  }

  private Cutter fromIndex(AVStream stream) {
    Cutter cutter = new Cutter(Streams.rational(stream.time_base()));
    int entries = avformat_index_get_entries_count(stream);
    for (int i = 0; i < entries; i++) {
      AVIndexEntry entry = avformat_index_get_entry(stream, i);
      cutter.add(
          entry.timestamp(),
          (entry.flags() & AVINDEX_KEYFRAME) != 0,
          (entry.flags() & AVINDEX_DISCARD_FRAME) != 0);
    }
    return cutter;
  }

  private Cutter fromPackets(OpenVideo video) throws IOException {
    Cutter cutter = new Cutter(video.info().timeBase());
    PacketKeys keys = new PacketKeys(video);
    keys.onlyVideo();
    AVPacket packet = av_packet_alloc();
    try {
      while (av_read_frame(video.format(), packet) >= 0) {
        if (packet.stream_index() == keys.stream()) {
          cutter.add(
              keys.of(packet),
              (packet.flags() & AV_PKT_FLAG_KEY) != 0,
              (packet.flags() & AV_PKT_FLAG_DISCARD) != 0);
        }
        av_packet_unref(packet);
      }
      video.checkSource();
    } finally {
      av_packet_free(packet);
    }
    return cutter;
  }

  /** Puts counted figures in the place of promised ones. */
  private static VideoInfo refined(VideoInfo info, Cutter cutter) {
    double seconds =
        info.durationSeconds() > 0
            ? info.durationSeconds()
            : cutter.seconds() + 1 / info.frameRate().value();
    Rational rate = info.frameRate();
    double counted = cutter.frames / seconds;
    if (cutter.frames > 1 && Math.abs(rate.value() / counted - 1) > 0.05) {
      rate = new Rational((int) Math.round(counted * 1000), 1000);
    }
    return new VideoInfo(
        info.width(),
        info.height(),
        info.rotation(),
        info.timeBase(),
        rate,
        seconds,
        cutter.frames,
        info.codec(),
        info.hasAudio());
  }

  /** Takes the frames in decode order and cuts before keyframes. */
  private final class Cutter {
    private final Rational timeBase;
    private final List<Chunk> done = new ArrayList<>();
    private long frames;
    private long chunkStart;
    private long chunkFrames;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean begun;

    private Cutter(Rational timeBase) {
      this.timeBase = timeBase;
    }

    /**
     * @param key identifies the packet: {@link PacketKeys}
     * @param discarded whether an edit list hides it: it is decoded but not shown
     */
    private void add(long key, boolean keyframe, boolean discarded) {
      if (!begun) {
        begun = true;
        chunkStart = key;
      }
      // Only a key above all before it names one packet, and only a shown keyframe begins a
      // picture.
      boolean cut = keyframe && !discarded && key != AV_NOPTS_VALUE && key > last;
      if (cut && chunkFrames > 0 && (key - chunkStart) * timeBase.value() >= chunkSeconds) {
        done.add(new Chunk(done.size(), chunkStart, key, chunkFrames));
        chunkStart = key;
        chunkFrames = 0;
      }
      if (!discarded) {
        frames++;
        chunkFrames++;
        first = Math.min(first, key);
      }
      last = Math.max(last, key);
    }

    private double seconds() {
      return (last - first) * timeBase.value();
    }

    private List<Chunk> chunks() {
      List<Chunk> all = new ArrayList<>(done);
      all.add(new Chunk(all.size(), chunkStart, Chunk.TO_THE_END, chunkFrames));
      return all;
    }
  }
}
