package io.github.idols.core.gallery;

import java.util.Comparator;
import java.util.List;

/**
 * A person as a gallery keeps them.
 *
 * @param pictures by file name, those of one name by id
 */
public record StoredPerson(PersonId id, PersonNames names, List<StoredPicture> pictures) {
  public StoredPerson {
    pictures =
        pictures.stream()
            .sorted(Comparator.comparing(StoredPicture::file).thenComparing(p -> p.id().value()))
            .toList();
  }

  /** The pictures that are usable. */
  public List<StoredPicture> taken() {
    return pictures.stream()
        .filter(picture -> picture.state() instanceof PictureState.Taken)
        .toList();
  }
}
