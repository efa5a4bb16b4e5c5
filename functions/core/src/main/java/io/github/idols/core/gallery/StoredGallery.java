package io.github.idols.core.gallery;

import io.github.idols.core.access.SecretHash;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A gallery as it is kept.
 *
 * @param version raised by every change
 * @param secret of its maker
 * @param share the link that others look at it by, ended or not
 * @param whole false while it is being filled with what another gallery has
 * @param people by name, those of one name by id: the order that the command line gives folders
 */
public record StoredGallery(
    GalleryId id,
    String name,
    long version,
    SecretHash secret,
    Optional<GalleryShare> share,
    boolean whole,
    List<StoredPerson> people) {
  public StoredGallery {
    people =
        people.stream()
            .sorted(
                Comparator.comparing((StoredPerson p) -> p.names().name())
                    .thenComparing(p -> p.id().value()))
            .toList();
  }

  /** A whole gallery that is not shared. */
  public StoredGallery(
      GalleryId id, String name, long version, SecretHash secret, List<StoredPerson> people) {
    this(id, name, version, secret, Optional.empty(), true, people);
  }

  /** What faces can be matched with: people without a usable picture left out; may be nobody. */
  public Optional<Gallery> usable() {
    List<Person> usable =
        people.stream()
            .map(person -> new NamedPictures(person.names().name(), taken(person)))
            .filter(person -> !person.pictures().isEmpty())
            .map(person -> new Person(person.name(), person.pictures()))
            .toList();
    return usable.isEmpty() ? Optional.empty() : Optional.of(new Gallery(usable));
  }

  /** What everybody in it is called. */
  public List<PersonNames> names() {
    return people.stream().map(StoredPerson::names).toList();
  }

  private record NamedPictures(String name, List<Picture> pictures) {}

  private static List<Picture> taken(StoredPerson person) {
    return person.taken().stream()
        .map(picture -> ((PictureState.Taken) picture.state()).picture(picture.file()))
        .toList();
  }
}
