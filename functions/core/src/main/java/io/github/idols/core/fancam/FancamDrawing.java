package io.github.idols.core.fancam;

import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Makes a fancam, chunk by chunk, and joins the chunks. Safe for use by several threads. */
public interface FancamDrawing {
  /**
   * Cuts the windows out of the frames of one chunk and encodes them. The same arguments give the
   * same bytes.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @param plan the whole video's
   * @param out the file to write, which appears when it is whole
   * @param progress told how many frames of the chunk are done
   * @throws IOException when the video cannot be read or is not the one that was planned, or the
   *     file cannot be written
   */
  RenderedChunk render(
      MediaSource video, FancamPlan plan, Chunk chunk, Path out, LongConsumer progress)
      throws IOException;

  /**
   * Puts chunks together, with the sound of the video.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @param chunks all of them, in order
   * @param out the file to write, which appears when it is whole
   * @return sentences about what could not be kept, for the user; empty as a rule
   * @throws IOException when something cannot be read or written
   */
  List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out) throws IOException;
}
