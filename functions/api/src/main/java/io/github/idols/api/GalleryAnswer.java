package io.github.idols.api;

import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.GalleryShare;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPerson;
import io.github.idols.core.gallery.StoredPicture;
import io.github.idols.core.gallery.health.CheckHealth;
import io.github.idols.core.gallery.health.CheckedPerson;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What whoever made a gallery sees of it. */
record GalleryAnswer(
    String id,
    String name,
    long version,
    Optional<Link> share,
    boolean whole,
    List<Person> people,
    List<Finding> findings) {
  private static final Duration VALID = Duration.ofHours(1);

  /** A share link. */
  record Link(String share, String ends) {
    static Link of(GalleryShare share) {
      return new Link(share.id().value(), share.ends().toString());
    }
  }

  record Person(
      String id,
      String name,
      Optional<String> korean,
      Optional<String> romanised,
      Optional<String> english,
      List<Picture> pictures) {}

  /**
   * A picture.
   *
   * @param faceSize shorter side of the face in pixels
   */
  record Picture(
      String id,
      String file,
      String state,
      Optional<String> reason,
      Optional<Double> faceSize,
      Optional<URI> url) {}

  /**
   * What would make the gallery better.
   *
   * @param people ids of whom it is about
   * @param advice a sentence for fans
   * @param notes the same in short, for each picture that it is about
   */
  record Finding(String kind, List<String> people, String advice, List<Note> notes) {
    private static Finding of(io.github.idols.core.gallery.health.Finding finding) {
      return new Finding(
          finding.kind().word(),
          finding.people().stream().map(CheckedPerson::id).toList(),
          finding.advice(),
          finding.notes().stream()
              .map(note -> new Note(note.picture().id(), note.text()))
              .toList());
    }
  }

  /** Words beside the picture of an id. */
  record Note(String picture, String text) {}

  static GalleryAnswer of(StoredGallery gallery, Optional<GalleryShare> share, PictureFiles files) {
    return new GalleryAnswer(
        gallery.id().value(),
        gallery.name(),
        gallery.version(),
        share.map(Link::of),
        gallery.whole(),
        people(gallery.id(), gallery.people(), files),
        findings(gallery));
  }

  static List<Person> people(GalleryId gallery, List<StoredPerson> people, PictureFiles files) {
    return people.stream().map(person -> person(gallery, person, files)).toList();
  }

  static List<Finding> findings(StoredGallery gallery) {
    return CheckHealth.findings(gallery.people().stream().map(CheckedPerson::of).toList()).stream()
        .map(Finding::of)
        .toList();
  }

  private static Person person(GalleryId gallery, StoredPerson person, PictureFiles files) {
    PersonNames names = person.names();
    return new Person(
        person.id().value(),
        names.name(),
        names.korean(),
        names.romanised(),
        names.english(),
        person.pictures().stream()
            .map(
                picture ->
                    picture(picture, new PictureKey(gallery, person.id(), picture.id()), files))
            .toList());
  }

  /** A picture that waits may not be there yet, so it has no address. */
  private static Picture picture(StoredPicture picture, PictureKey key, PictureFiles files) {
    String id = picture.id().value();
    String file = picture.file();
    if (picture.state() instanceof PictureState.Taken taken) {
      return new Picture(
          id,
          file,
          "taken",
          Optional.empty(),
          Optional.of(taken.faceSize()),
          Optional.of(files.link(key, VALID)));
    }
    if (picture.state() instanceof PictureState.Refused refused) {
      return new Picture(
          id,
          file,
          "refused",
          Optional.of(refused.reason()),
          Optional.empty(),
          Optional.of(files.link(key, VALID)));
    }
    return new Picture(id, file, "waiting", Optional.empty(), Optional.empty(), Optional.empty());
  }
}
