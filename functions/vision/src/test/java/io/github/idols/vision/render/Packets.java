package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.VideoGate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** What a file holds, packet by packet. */
record Packets(List<Packet> video, List<Packet> sound) {
  /** One packet; times in ticks of its stream. */
  record Packet(long pts, boolean key, long checksum) {}

  static Packets of(Path file) throws Exception {
    List<Packet> video = new ArrayList<>();
    List<Packet> sound = new ArrayList<>();
    try (OpenVideo open = new VideoGate().open(file)) {
      AVPacket packet = av_packet_alloc();
      while (av_read_frame(open.format(), packet) >= 0) {
        CRC32 sum = new CRC32();
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        sum.update(bytes);
        boolean picture = packet.stream_index() == open.video().index();
        boolean key = (packet.flags() & 1) != 0;
        (picture ? video : sound).add(new Packet(packet.pts(), key, sum.getValue()));
        av_packet_unref(packet);
      }
      av_packet_free(packet);
    }
    return new Packets(video, sound);
  }

  /** When frames are shown, in that order. */
  List<Long> shown() {
    return video.stream().map(Packet::pts).sorted().toList();
  }

  List<Long> soundTimes() {
    return sound.stream().map(Packet::pts).toList();
  }

  List<Long> soundBytes() {
    return sound.stream().map(Packet::checksum).toList();
  }
}
