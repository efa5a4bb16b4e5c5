package io.github.idols.core.gallery;

import java.util.List;

/** A group of people whose faces are to be found. */
public record Gallery(List<Person> people) {
  public Gallery {
    people = List.copyOf(people);
    if (people.isEmpty()) {
      throw new IllegalArgumentException("the gallery has nobody in it");
    }
  }
}
