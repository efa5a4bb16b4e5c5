package io.github.idols.local.demo;

import io.github.idols.core.face.Box;

/**
 * A moving view of a clip or photo, shown in a place of the film's picture.
 *
 * @param source file of the demo's media
 * @param firstFrame frame of the clip that the scene begins with; 0 for a photo
 * @param name who all of its faces are
 * @param from what is seen at the scene's beginning, in pixels of the source
 * @param to what is seen at its end; the view glides from one to the other
 * @param place where it is shown, in pixels of the film
 */
record Layer(String source, int firstFrame, String name, Box from, Box to, Box place) {
  /** What is seen in the middle of things: {@code t} is 0 at the beginning, 1 at the end. */
  Box view(double t) {
    return from.lerp(to, t);
  }
}
