package io.github.idols.core.gallery;

import java.util.List;

/**
 * Somebody whom the gallery knows.
 *
 * @param name as it is written on labels
 * @param pictures at least one
 */
public record Person(String name, List<Picture> pictures) {
  /** What faces are called that are nobody's of the gallery; so nobody can be called this. */
  public static final String NOBODY = "unknown";

  public Person {
    pictures = List.copyOf(pictures);
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException(name + " has no picture");
    }
  }
}
