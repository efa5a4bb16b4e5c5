package io.github.idols.local;

import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.gallery.Picture;
import io.github.idols.core.gallery.health.CheckHealth;
import io.github.idols.core.gallery.health.CheckedPerson;
import io.github.idols.core.gallery.health.CheckedPicture;
import io.github.idols.core.gallery.health.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * What came out of looking at all pictures of a gallery.
 *
 * @param folder where it lies
 * @param people in the gallery's order
 */
record GalleryReport(Path folder, List<PersonReport> people) {
  GalleryReport {
    people = List.copyOf(people);
  }

  /**
   * What came out of one person's pictures.
   *
   * @param usable those with the person's face
   * @param refused the others
   */
  record PersonReport(String name, List<CheckedPicture> usable, List<RefusedPicture> refused) {
    PersonReport {
      usable = List.copyOf(usable);
      refused = List.copyOf(refused);
    }
  }

  /**
   * A picture that cannot be used.
   *
   * @param file folder and name, as in {@code lisa/03.jpg}
   * @param reason a few words
   */
  record RefusedPicture(String file, String reason) {}

  /** People without any usable picture. */
  List<PersonReport> faceless() {
    return people.stream().filter(p -> p.usable().isEmpty()).toList();
  }

  /**
   * Everybody who has a usable picture.
   *
   * @throws UserError when nobody has
   */
  Gallery gallery() throws UserError {
    List<PersonReport> faceless = faceless();
    if (faceless.size() == people.size()) {
      PersonReport first = faceless.get(0);
      throw new UserError(
          faceless.size() == 1
              ? whyFaceless(first)
              : "nobody in the gallery "
                  + folder
                  + " has a usable picture; for one, "
                  + whyFaceless(first));
    }
    return new Gallery(
        people.stream()
            .filter(p -> !p.usable().isEmpty())
            .map(p -> new Person(p.name(), pictures(p)))
            .toList());
  }

  private static List<Picture> pictures(PersonReport person) {
    return person.usable().stream()
        .map(picture -> picture.taken().picture(picture.file()))
        .toList();
  }

  /** What would make the gallery better, the most useful first. */
  List<Finding> health() {
    return CheckHealth.findings(
        people.stream().map(p -> new CheckedPerson(p.name(), p.name(), p.usable())).toList());
  }

  /** Who cannot be named, why, and what to do. */
  static String whyFaceless(PersonReport person) {
    if (person.refused().isEmpty()) {
      return person.name() + " has no picture: put 10 to 15 into the folder (jpg, png or webp)";
    }
    RefusedPicture first = person.refused().get(0);
    return person.name()
        + " has no usable picture ("
        + first.file()
        + ": "
        + first.reason()
        + "): put in pictures with one clear face, 10 to 15 are best";
  }
}
