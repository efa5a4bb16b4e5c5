package io.github.idols.core.label;

import io.github.idols.core.face.Box;

/**
 * Where the one picture is to be taken that a link to a video is shown by.
 *
 * @param frame number of the frame in the whole video, from 0
 * @param faces that the picture is about, together; in pixels of the upright picture
 */
public record PreviewSpot(long frame, Box faces) {
  /** Pixels from left to right of the picture that is made. */
  public static final int WIDTH = 1200;

  /**
   * Pixels from top to bottom: the shape that networks show without cutting it (Facebook's guide
   * for sharing: https://developers.facebook.com/docs/sharing/webmasters/images).
   */
  public static final int HEIGHT = 630;
}
