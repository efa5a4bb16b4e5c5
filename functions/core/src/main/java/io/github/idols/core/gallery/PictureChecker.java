package io.github.idols.core.gallery;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;

/** Looks for the person's face in pictures for a gallery. Used by one thread at a time. */
public interface PictureChecker extends AutoCloseable {
  /**
   * Takes a picture or refuses it.
   *
   * @param picture belongs to this method from now on: it is closed whatever happens
   * @return what came out; a file that is no picture is refused, not thrown
   * @throws IOException when the source cannot be read
   */
  PictureCheck check(MediaSource picture) throws IOException;

  @Override
  void close();
}
