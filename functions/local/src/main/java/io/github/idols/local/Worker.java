package io.github.idols.local;

import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** The tools of one worker: they find, follow and embed faces. Used by one thread at a time. */
interface Worker extends AutoCloseable {
  /**
   * Finds the person's face in a gallery picture.
   *
   * @return what came out; a file that is no picture is refused, not thrown
   * @throws IOException when the file cannot be read from the disk
   */
  PictureCheck check(Path picture) throws IOException;

  /**
   * Follows the faces of one chunk.
   *
   * @param progress told how many frames of the chunk are done
   * @throws IOException when the video cannot be read or decoded
   */
  ChunkTracks recognize(Path video, Plan plan, Chunk chunk, LongConsumer progress)
      throws IOException;

  @Override
  void close();
}
