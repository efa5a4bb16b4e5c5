package io.github.idols.core.video;

import io.github.idols.core.binary.BinaryReader;
import io.github.idols.core.binary.BinaryWriter;
import java.io.IOException;

/** What is known of a video, as a part of files. Safe for use by several threads. */
public final class VideoInfoCodec {
  private VideoInfoCodec() {}

  /** Writes it into a file. */
  public static void write(VideoInfo video, BinaryWriter out) throws IOException {
    out.int32(video.width());
    out.int32(video.height());
    out.int32(video.rotation());
    rational(video.timeBase(), out);
    rational(video.frameRate(), out);
    out.float64(video.durationSeconds());
    out.int64(video.frames());
    out.text(video.codec());
    out.bool(video.hasAudio());
  }

  /** Reads it out of a file. */
  public static VideoInfo read(BinaryReader in) throws IOException {
    return new VideoInfo(
        in.int32(),
        in.int32(),
        in.int32(),
        rational(in),
        rational(in),
        in.float64(),
        in.int64(),
        in.text(),
        in.bool());
  }

  private static void rational(Rational value, BinaryWriter out) throws IOException {
    out.int32(value.num());
    out.int32(value.den());
  }

  private static Rational rational(BinaryReader in) throws IOException {
    return new Rational(in.int32(), in.int32());
  }
}
