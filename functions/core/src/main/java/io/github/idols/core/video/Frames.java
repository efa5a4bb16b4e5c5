package io.github.idols.core.video;

import java.io.IOException;
import java.util.Optional;

/**
 * The frames of a chunk, one after another in presentation order, each of them once.
 *
 * <p>Not safe for use by several threads. Closing frees the decoder and the last frame's memory;
 * closing twice does nothing.
 */
public interface Frames extends AutoCloseable {
  /**
   * Decodes on to the next frame; the one returned before is no longer valid.
   *
   * @return the frame, or nothing at the end of the chunk
   * @throws IOException when the source cannot be read or its data cannot be decoded
   */
  Optional<Frame> next() throws IOException;

  @Override
  void close();
}
