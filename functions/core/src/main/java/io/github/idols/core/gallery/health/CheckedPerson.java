package io.github.idols.core.gallery.health;

import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredPerson;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody of a gallery with all usable pictures.
 *
 * @param id tells the person from all others of the gallery
 * @param name as it is written on labels
 * @param pictures may be none
 */
public record CheckedPerson(String id, String name, List<CheckedPicture> pictures) {
  public CheckedPerson {
    pictures = List.copyOf(pictures);
  }

  /** A person as a gallery keeps them. */
  public static CheckedPerson of(StoredPerson person) {
    return new CheckedPerson(
        person.id().value(),
        person.names().name(),
        person.pictures().stream()
            .flatMap(
                picture ->
                    picture.state() instanceof PictureState.Taken taken
                        ? Stream.of(new CheckedPicture(picture.id().value(), picture.file(), taken))
                        : Stream.empty())
            .toList());
  }
}
