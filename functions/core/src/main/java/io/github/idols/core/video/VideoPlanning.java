package io.github.idols.core.video;

import java.io.IOException;

/** Lets videos in, or refuses them, and shares them out. Safe for use by several threads. */
public interface VideoPlanning {
  /**
   * Looks at a video's index and shares it out; nothing is decoded.
   *
   * @param video belongs to this method from now on: it is closed whatever happens
   * @throws RefusedException when the video is refused; the reason is a sentence for fans
   * @throws IOException when the source cannot be read
   */
  Plan plan(MediaSource video) throws RefusedException, IOException;
}
