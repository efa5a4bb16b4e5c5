package io.github.idols.vision.render;

import io.github.idols.core.face.Box;

/**
 * What is to be drawn for one face on one frame.
 *
 * @param track tells faces apart from frame to frame, so that a name plate stays on its side
 * @param box in pixels of the frame
 * @param name what the plate says
 * @param person place in the gallery's order, from 0, which decides the colour; {@link #UNKNOWN}
 *     for a face that is nobody in the gallery
 * @param small whether the face calls for a smaller plate; the same through a whole track, since
 *     text that changes its size from frame to frame flickers
 */
public record Mark(int track, Box box, String name, int person, boolean small) {
  /** The place of a face that is nobody in the gallery. */
  public static final int UNKNOWN = -1;

  public boolean isKnown() {
    return person != UNKNOWN;
  }
}
