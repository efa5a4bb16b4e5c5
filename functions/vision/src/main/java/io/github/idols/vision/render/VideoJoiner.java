package io.github.idols.vision.render;

import static io.github.idols.vision.render.Mp4File.check;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;

/**
 * Joins labelled chunks and the source's sound into one MP4 file, by copying packets.
 *
 * <p>Every frame is shown when the source shows it, and the sound is the source's, byte for byte.
 * The index comes first in the file, so that it plays before it is all there. Immutable and safe
 * for use by several threads.
 */
public final class VideoJoiner {
  private final VideoGate gate;

  /**
   * A joiner.
   *
   * @param gate opens the chunks
   */
  public VideoJoiner(VideoGate gate) {
    this.gate = gate;
  }

  /**
   * Writes the joined file, which appears when it is whole.
   *
   * @param source the video that the chunks come from; it is read from its beginning and must not
   *     be used by anyone else meanwhile
   * @param chunks in order, at least one
   * @return sentences about what could not be kept, for the user; empty as a rule
   * @throws IOException when something cannot be read or written, or the chunks do not belong
   *     together; there is no file then
   */
  public List<String> join(OpenVideo source, List<RenderedChunk> chunks, Path target)
      throws IOException {
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("there is no chunk to join");
    }
    List<String> notes = new ArrayList<>();
    try (Mp4File file = Mp4File.create(target);
        ChunkPackets video =
            new ChunkPackets(gate, chunks, source.info().timeBase(), endOf(source));
        SoundPackets sound = new SoundPackets(source)) {
      AVStream picture = file.addStream();
      check(avcodec_parameters_copy(picture.codecpar(), video.parameters()), "describe the video");
      picture.codecpar().codec_tag(0);
      VideoInfo info = source.info();
      int timescale = info.timeBase().den();
      picture.time_base().num(1).den(timescale);
      picture.sample_aspect_ratio(picture.codecpar().sample_aspect_ratio());
      picture.avg_frame_rate().num(info.frameRate().num()).den(info.frameRate().den());
      describe(source.video(), picture);
      for (AVStream stream : sound.streams()) {
        Optional<String> trouble = SoundPackets.trouble(stream.codecpar().codec_id());
        if (trouble.isPresent()) {
          notes.add(trouble.get());
        } else {
          sound.copyTo(stream, addSound(file, stream));
        }
      }
      file.begin(
          Map.of(
              "movflags", "+faststart",
              "video_track_timescale", Integer.toString(timescale),
              // Edit lists count in this: where sound or video begins late, it stays exact.
              "movie_timescale", Integer.toString(Math.max(1000, timescale))));
      copy(video, sound, picture, file);
      sound.damage().ifPresent(notes::add);
      file.finish();
    } catch (RefusedException e) {
      throw new IOException("a chunk that was written cannot be read: " + e.getMessage(), e);
    }
    return List.copyOf(notes);
  }

  private static AVStream addSound(Mp4File file, AVStream from) throws IOException {
    AVStream to = file.addStream();
    check(avcodec_parameters_copy(to.codecpar(), from.codecpar()), "describe the sound");
    to.codecpar().codec_tag(0);
    to.time_base().num(1).den(Math.max(1, from.codecpar().sample_rate()));
    describe(from, to);
    return to;
  }

  /** Language and the like. */
  private static void describe(AVStream from, AVStream to) {
    to.disposition(from.disposition());
    AVDictionary metadata = new AVDictionary(null);
    for (String key : List.of("language", "title")) {
      AVDictionaryEntry entry = av_dict_get(from.metadata(), key, null, 0);
      if (entry != null) {
        av_dict_set(metadata, new BytePointer(key), entry.value(), 0);
      }
    }
    to.metadata(metadata);
  }

  /** Writes what comes first first, so that a player finds sound and pictures side by side. */
  private static void copy(ChunkPackets video, SoundPackets sound, AVStream picture, Mp4File file)
      throws IOException, RefusedException {
    boolean pictures = video.next();
    boolean sounds = sound.next();
    while (pictures || sounds) {
      if (pictures && (!sounds || !sound.isBefore(video.packet().dts(), video.tick()))) {
        AVPacket packet = video.packet();
        av_packet_rescale_ts(packet, video.tick(), picture.time_base());
        packet.stream_index(picture.index());
        file.write(packet);
        pictures = video.next();
      } else {
        file.write(sound.packet());
        sounds = sound.next();
      }
    }
  }

  /** Tick at which the last frame ends, or 0 when the source does not say. */
  private static long endOf(OpenVideo source) {
    AVStream stream = source.video();
    boolean said = stream.duration() != AV_NOPTS_VALUE && stream.start_time() != AV_NOPTS_VALUE;
    return said ? stream.start_time() + stream.duration() : 0;
  }
}
