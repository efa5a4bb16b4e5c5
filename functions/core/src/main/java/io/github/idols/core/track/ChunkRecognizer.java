package io.github.idols.core.track;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Follows the faces of chunks, of one video or of several. Used by one thread at a time; it keeps
 * what is dear to make, so that a worker should keep it from chunk to chunk.
 */
public interface ChunkRecognizer extends AutoCloseable {
  /**
   * Follows the faces of one chunk.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @param plan the video's
   * @param chunk one of the plan's
   * @param progress told how many frames of the chunk are done
   * @throws IOException when the video cannot be read or decoded, or is not the one that was
   *     planned
   */
  ChunkTracks recognize(MediaSource video, Plan plan, Chunk chunk, LongConsumer progress)
      throws IOException;

  @Override
  void close();
}
