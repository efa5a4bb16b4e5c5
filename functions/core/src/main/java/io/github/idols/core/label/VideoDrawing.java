package io.github.idols.core.label;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Draws labels on videos, chunk by chunk, and joins the chunks. Safe for use by several threads.
 */
public interface VideoDrawing {
  /**
   * Draws the labels on the frames of one chunk and encodes them. The same arguments give the same
   * bytes.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @param labels the whole video's; evidence is not needed
   * @param firstFrame number of the chunk's first frame in the whole video
   * @param out the file to write, which appears when it is whole
   * @param progress told how many frames of the chunk are done
   * @throws IOException when the video cannot be read or is not the one that was planned, or the
   *     file cannot be written
   */
  RenderedChunk render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      Path out,
      LongConsumer progress)
      throws IOException;

  /**
   * Puts drawn chunks together, with the sound of the video.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @param chunks all of them, in order
   * @param out the file to write, which appears when it is whole
   * @return sentences about what could not be kept, for the user; empty as a rule
   * @throws IOException when something cannot be read or written
   */
  List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out) throws IOException;
}
