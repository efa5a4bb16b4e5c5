package io.github.idols.local.clips;

import java.util.List;

/**
 * Somebody of whom there are pictures.
 *
 * @param pictures usable ones, in an order that is the same on every machine
 */
public record Person(String name, List<FacePicture> pictures) {
  public Person {
    pictures = List.copyOf(pictures);
  }
}
