package io.github.idols.core.label;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Drawing that takes pictures as well, of frames that it has decoded anyway. Safe for use by
 * several threads.
 */
public interface PictureDrawing extends VideoDrawing {
  /**
   * As {@link VideoDrawing#render}, and takes pictures of the frames as they are without labels.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @param faces of which pictures are taken; those on frames of other chunks are left out
   * @throws IOException likewise
   */
  ChunkPictures render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      List<FaceSpot> faces,
      Path out)
      throws IOException;
}
