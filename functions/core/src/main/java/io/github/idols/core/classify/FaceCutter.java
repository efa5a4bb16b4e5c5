package io.github.idols.core.classify;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;

/** Cuts faces out of pictures for training. Used by one thread at a time. */
public interface FaceCutter extends AutoCloseable {
  /**
   * Cuts out the face of a picture.
   *
   * @param picture closed by this
   * @throws IOException when it cannot be read from where it lies
   */
  CutFace cut(MediaSource picture) throws IOException;

  @Override
  void close();
}
