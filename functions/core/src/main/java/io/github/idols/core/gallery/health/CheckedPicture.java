package io.github.idols.core.gallery.health;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.PictureTraits;
import java.util.Optional;

/**
 * A usable picture of somebody.
 *
 * @param id tells it from all others of the gallery
 * @param file name of the file that it came from
 * @param taken what the gallery keeps of it
 */
public record CheckedPicture(String id, String file, PictureState.Taken taken) {
  Embedding embedding() {
    return taken.embedding();
  }

  Optional<PictureTraits> traits() {
    return taken.traits();
  }
}
