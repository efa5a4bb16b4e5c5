package io.github.idols.api;

import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPerson;
import java.util.List;

/**
 * What a share link shows of a gallery: its people and the pictures that are taken, since these
 * alone are what it names by. Neither the gallery's id nor anything that its maker has of it.
 */
record SharedGalleryAnswer(
    String name,
    long version,
    String ends,
    List<GalleryAnswer.Person> people,
    List<GalleryAnswer.Finding> findings) {
  /** Of a gallery that is shared. */
  static SharedGalleryAnswer of(StoredGallery gallery, PictureFiles files) {
    return new SharedGalleryAnswer(
        gallery.name(),
        gallery.version(),
        gallery.share().orElseThrow().ends().toString(),
        GalleryAnswer.people(gallery.id(), taken(gallery), files),
        GalleryAnswer.findings(gallery));
  }

  private static List<StoredPerson> taken(StoredGallery gallery) {
    return gallery.people().stream()
        .map(person -> new StoredPerson(person.id(), person.names(), person.taken()))
        .toList();
  }
}
