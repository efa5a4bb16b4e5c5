package io.github.idols.core.score;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/** Takes small pictures of places on a video's frames. Safe for use by several threads. */
public interface StillPictures {
  /**
   * A place on a frame.
   *
   * @param frame its number in the video, from 0
   * @param box a face, of which the surroundings are shown as well
   */
  record Spot(long frame, Box box) {}

  /** Who takes the pictures. */
  interface Sink {
    /**
     * Takes a picture.
     *
     * @param spot position in the list of spots
     * @param jpeg a JPEG file
     * @param shown the part of the frame that is on it, in pixels of the frame
     */
    void take(int spot, byte[] jpeg, Box shown);
  }

  /**
   * Decodes a video as far as the last spot.
   *
   * @param video is closed
   * @param spots in any order; one on a frame that the video does not have gets no picture
   * @param progress is told how many frames are decoded
   * @throws RefusedException when the video is not let in
   * @throws IOException when it cannot be read
   */
  void take(MediaSource video, List<Spot> spots, Sink sink, LongConsumer progress)
      throws RefusedException, IOException;
}
