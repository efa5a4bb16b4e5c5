package io.github.idols.local.demo;

import java.util.List;

/**
 * A shot of the film.
 *
 * @param frames how long it is
 * @param layers from the bottom to the top
 */
record Scene(int frames, List<Layer> layers) {
  Scene {
    layers = List.copyOf(layers);
  }
}
