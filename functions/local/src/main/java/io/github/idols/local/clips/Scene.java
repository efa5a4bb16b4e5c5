package io.github.idols.local.clips;

import java.util.List;

/**
 * A shot of a clip.
 *
 * @param frames how long it is
 * @param background larger than the picture, which glides over it
 * @param actors from left to right
 * @param blur radius of motion blur in pixels, or 0
 * @param fadeIn how many frames the scene before shines through at the beginning, or 0
 */
record Scene(int frames, Planes background, List<Actor> actors, Light light, int blur, int fadeIn) {
  Scene {
    actors = List.copyOf(actors);
  }
}
