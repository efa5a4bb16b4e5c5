package io.github.idols.core.track;

import io.github.idols.core.binary.BinaryReader;
import io.github.idols.core.binary.BinaryWriter;
import io.github.idols.core.face.Box;
import java.io.IOException;
import java.util.List;

/** Shots and tracks' boxes as parts of files. Safe for use by several threads. */
public final class TrackCodec {
  private TrackCodec() {}

  /** Writes shots into a file. */
  public static void shots(List<Shot> shots, BinaryWriter out) throws IOException {
    out.list(
        shots,
        shot -> {
          out.small(shot.firstFrame());
          out.small(shot.lastFrame() - shot.firstFrame());
        });
  }

  /** Reads shots out of a file. */
  public static List<Shot> shots(BinaryReader in) throws IOException {
    return in.list(
        () -> {
          long first = in.small();
          return new Shot(first, first + in.small());
        });
  }

  /** Writes a track's boxes into a file. */
  public static void boxes(List<TrackBox> boxes, BinaryWriter out) throws IOException {
    out.count(boxes.size());
    long before = -1;
    for (TrackBox box : boxes) {
      // Mostly 1: tracks have no gaps.
      out.small(box.frame() - before);
      before = box.frame();
      out.float64(box.box().x());
      out.float64(box.box().y());
      out.float64(box.box().width());
      out.float64(box.box().height());
    }
  }

  /** Reads a track's boxes out of a file. */
  public static List<TrackBox> boxes(BinaryReader in) throws IOException {
    // Frames are counted on from item to item.
    long[] frame = {-1};
    return in.list(
        () -> {
          frame[0] += in.small();
          return new TrackBox(
              frame[0], new Box(in.float64(), in.float64(), in.float64(), in.float64()));
        });
  }
}
