package io.github.idols.local.demo;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.file.Path;

/** A clip that is looked at frame by frame, forwards only. Not safe for use by several threads. */
final class Film implements AutoCloseable {
  private final Path file;
  private final OpenVideo open;
  private final ChunkReader frames;
  private long next;

  private Film(Path file, OpenVideo open, ChunkReader frames) {
    this.file = file;
    this.open = open;
    this.frames = frames;
  }

  static Film open(VideoGate gate, Path file) throws IOException {
    try {
      OpenVideo open = gate.open(file);
      try {
        Plan plan = new VideoPlanner(VideoPlanner.EVERYTHING).plan(open);
        return new Film(
            file, open, new ChunkReader(open, plan.chunks().get(0), ReadOptions.exact()));
      } catch (RefusedException | IOException | RuntimeException e) {
        open.close();
        throw e;
      }
    } catch (RefusedException e) {
      throw new IOException("the demo's media are damaged: " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * A frame; valid until the next call.
   *
   * @param number not before that of an earlier call
   * @throws IOException when the clip has no such frame or cannot be read
   */
  Frame at(long number) throws IOException {
    if (number < next) {
      throw new IllegalArgumentException("frame " + number + " of " + file + " is long past");
    }
    while (true) {
      Frame frame =
          frames.next().orElseThrow(() -> new IOException(file + " has no frame " + number));
      if (next++ == number) {
        return frame;
      }
    }
  }

  @Override
  public void close() {
    frames.close();
    open.close();
  }
}
