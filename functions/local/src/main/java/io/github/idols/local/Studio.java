package io.github.idols.local;

import io.github.idols.core.label.Labels;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.file.Path;

/** What the commands need of networks and media. Safe for use by several threads. */
interface Studio extends AutoCloseable {
  /**
   * Looks through the gate at a video and shares it out.
   *
   * @param chunkSeconds length of a chunk, roughly
   * @throws RefusedException when the video is refused; the reason is for the user
   * @throws IOException when the file cannot be read
   */
  Plan plan(Path video, double chunkSeconds) throws RefusedException, IOException;

  /** Tools for one worker; they must be closed before the studio is. */
  Worker newWorker();

  /**
   * Begins to draw labels on a video.
   *
   * @throws IOException when the video cannot be read
   */
  Drawing draw(Path video, Plan plan, Labels labels) throws IOException;

  @Override
  void close();
}
