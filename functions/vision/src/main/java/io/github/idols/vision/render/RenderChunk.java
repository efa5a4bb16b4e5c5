package io.github.idols.vision.render;

import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes one chunk of a video with its labels drawn in.
 *
 * <p>Immutable and safe for use by several threads: each chunk has its own painter and encoder.
 */
public final class RenderChunk {
  private final NameSprites sprites;
  private final LabelIndex labels;
  private final PictureFormat picture;
  private final X264Settings settings;

  /** Somebody who wants to see each frame go by, for a progress bar or a contact sheet. */
  public interface Listener {
    /**
     * Takes a frame that has been encoded.
     *
     * @param number of the frame in the whole video, from 0
     * @param source the frame without its labels, valid during the call only
     * @param marks what was drawn on its copy
     * @throws IOException to stop the rendering
     */
    void rendered(long number, Frame source, List<Mark> marks) throws IOException;
  }

  /** Renders chunks of one video, which all need the same format and settings. */
  public RenderChunk(
      NameSprites sprites, LabelIndex labels, PictureFormat picture, X264Settings settings) {
    this.sprites = sprites;
    this.labels = labels;
    this.picture = picture;
    this.settings = settings;
  }

  /**
   * Reads, labels and encodes all frames of a chunk.
   *
   * @param frames the chunk, which stays open
   * @param firstFrame number of its first frame in the whole video
   * @param target the file, which appears when it is whole
   * @throws IOException when the chunk cannot be read, holds no frame, or the file cannot be
   *     written; there is no file then
   */
  public RenderedChunk render(Frames frames, long firstFrame, Path target, Listener listener)
      throws IOException {
    LabelPainter painter = new LabelPainter(sprites);
    try (ChunkWriter writer = new ChunkWriter(target, picture, settings)) {
      for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
        long number = firstFrame + next.get().index();
        List<Mark> marks = labels.at(number);
        painter.paint(writer.canvas(next.get()), marks);
        writer.encode();
        listener.rendered(number, next.get(), marks);
      }
      return writer.finish();
    }
  }
}
