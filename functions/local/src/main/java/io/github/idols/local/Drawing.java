package io.github.idols.local;

import io.github.idols.core.video.Chunk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** A video on which labels are being drawn, chunk by chunk. Safe for use by several threads. */
interface Drawing {
  /**
   * Draws the labels on the frames of one chunk.
   *
   * @param firstFrame number of the chunk's first frame in the whole video
   * @param out the file to write
   * @param progress told how many frames of the chunk are done
   * @throws IOException when the video cannot be read, or the file cannot be written
   */
  void chunk(Chunk chunk, long firstFrame, Path out, LongConsumer progress) throws IOException;

  /**
   * Puts the drawn chunks together, with the sound of the video.
   *
   * @param out the file to write
   * @return sentences about what could not be kept, for the user; empty as a rule
   * @throws IOException when something cannot be read or written
   */
  List<String> join(Path out) throws IOException;

  /**
   * Writes a JPEG picture of drawn frames from all over the video.
   *
   * @throws IOException when it cannot be written
   */
  void contactSheet(Path out) throws IOException;
}
