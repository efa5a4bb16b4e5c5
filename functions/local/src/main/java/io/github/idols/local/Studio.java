package io.github.idols.local;

import io.github.idols.core.label.Labels;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the commands need of networks and media. Safe for use by several threads. */
interface Studio extends AutoCloseable {
  /**
   * Looks through the gate at a video and shares it out.
   *
   * @param chunkSeconds length of a chunk, roughly
   * @throws RefusedException when the video is refused; the reason follows the file's name
   * @throws IOException when the file cannot be read
   */
  Plan plan(Path video, double chunkSeconds) throws RefusedException, IOException;

  /** Tools for one worker; they must be closed before the studio is. */
  Worker newWorker();

  /**
   * Puts drawn chunks together, with the sound of the video.
   *
   * @param chunks drawn chunks in the order of the plan
   * @param out the file to write
   */
  void join(Path video, Plan plan, List<Path> chunks, Path out) throws IOException;

  /**
   * Makes a picture of frames spread over the video, with their boxes.
   *
   * @param annotated the video with boxes and names drawn
   * @param out the JPEG file to write
   */
  void contactSheet(Path annotated, Plan plan, Labels labels, Path out) throws IOException;

  @Override
  void close();
}
