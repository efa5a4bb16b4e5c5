package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * The number that names a packet of the video stream in a plan: its decode timestamp, or its
 * presentation timestamp where the container stores no other ({@link OpenVideo#storesDts}).
 */
final class PacketKeys {
  private final AVFormatContext format;
  private final int stream;
  private final boolean dts;

  PacketKeys(OpenVideo video) {
    format = video.format();
    stream = video.video().index();
    dts = video.storesDts();
  }

  int stream() {
    return stream;
  }

  long of(AVPacket packet) {
    return dts ? packet.dts() : packet.pts();
  }

  /** Has the demuxer skip the bytes of all other streams. */
  void onlyVideo() {
    for (int i = 0; i < format.nb_streams(); i++) {
      format.streams(i).discard(i == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
    }
  }
}
