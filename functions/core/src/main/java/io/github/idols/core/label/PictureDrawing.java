package io.github.idols.core.label;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
   * @param preview the picture of the whole video, with its labels, that is written when its frame
   *     goes by
   * @throws IOException likewise
   */
  ChunkPictures render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      List<FaceSpot> faces,
      Optional<Preview> preview,
      Path out)
      throws IOException;

  /**
   * A picture to be made: a JPEG file of {@link PreviewSpot#WIDTH} x {@link PreviewSpot#HEIGHT}
   * pixels and less than 300 kB, boxes and names in letters that are still read when it is shown
   * small.
   *
   * @param file is not there afterwards where the frame is another chunk's
   */
  record Preview(PreviewSpot spot, Path file) {}
}
