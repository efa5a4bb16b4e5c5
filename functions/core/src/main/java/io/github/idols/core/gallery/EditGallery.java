package io.github.idols.core.gallery;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.text.GivenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the maker of a gallery does to it. Whoever shows another secret, or none, is told that there
 * is no such gallery. Safe for use by several threads; of two people who are given the same name at
 * the very same time both may get it.
 *
 * <p>Deleting takes the files away first, while the gallery still knows them, then the entry, then
 * the files once more: a picture may have been put in between. Whoever is cut off in the middle can
 * delete again, and nothing stays. A file that is put after that was announced to nobody: whoever
 * looks at new pictures deletes it.
 */
public final class EditGallery {
  /** Most people of a gallery. */
  public static final int MOST_PEOPLE = 50;

  /** Most pictures of a person. */
  public static final int MOST_PICTURES = 50;

  /** Most bytes of a picture. */
  public static final long LARGEST_PICTURE = 20L << 20;

  /** Media types of pictures. */
  private static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/webp");

  private final Galleries galleries;
  private final PictureFiles files;
  private final SecureRandom random;

  public EditGallery(Galleries galleries, PictureFiles files, SecureRandom random) {
    this.galleries = galleries;
    this.files = files;
    this.random = random;
  }

  /**
   * A gallery that was made.
   *
   * @param secret told this once
   */
  public record Made(GalleryId id, Secret secret) {}

  /** Makes an empty gallery. */
  public Made create(String name) throws DeclinedException {
    String kept = GivenText.name("name", name);
    Made made = new Made(GalleryId.random(random), Secret.random(random));
    galleries.create(made.id(), kept, made.secret().hash());
    return made;
  }

  /** Gives the gallery another name. */
  public void rename(GalleryId id, Optional<Secret> secret, String name) throws DeclinedException {
    authorize(id, secret);
    mustBeThere(galleries.rename(id, GivenText.name("name", name)), "gallery");
  }

  /** Deletes the gallery with all pictures for good. */
  public void delete(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    StoredGallery gallery = owned(id, secret);
    List<PictureKey> pictures = new ArrayList<>();
    gallery.people().forEach(person -> pictures.addAll(keys(id, person)));
    deleteFiles(pictures);
    galleries.delete(id);
    deleteFiles(pictures);
  }

  /** Adds a person without pictures. */
  public PersonId addPerson(GalleryId id, Optional<Secret> secret, PersonNames names)
      throws DeclinedException {
    StoredGallery gallery = owned(id, secret);
    if (gallery.people().size() >= MOST_PEOPLE) {
      throw new DeclinedException(
          Why.CONFLICT, "A gallery can have " + MOST_PEOPLE + " people at most.");
    }
    PersonId person = PersonId.random(random);
    PersonNames kept = checked(names);
    mustBeFree(kept.name(), gallery, Optional.empty());
    mustBeThere(galleries.putPerson(id, person, kept), "gallery");
    return person;
  }

  /** Gives a person other names. */
  public void renamePerson(
      GalleryId id, Optional<Secret> secret, PersonId person, PersonNames names)
      throws DeclinedException {
    StoredGallery gallery = owned(id, secret);
    find(gallery, person);
    PersonNames kept = checked(names);
    mustBeFree(kept.name(), gallery, Optional.of(person));
    mustBeThere(galleries.putPerson(id, person, kept), "person");
  }

  /** Deletes a person with all pictures for good. */
  public void deletePerson(GalleryId id, Optional<Secret> secret, PersonId person)
      throws DeclinedException {
    List<PictureKey> pictures = keys(id, find(owned(id, secret), person));
    deleteFiles(pictures);
    galleries.deletePerson(id, person);
    deleteFiles(pictures);
  }

  /** Announces pictures; answers where to put each, in their order. */
  public List<AnnouncedPicture> addPictures(
      GalleryId id, Optional<Secret> secret, PersonId person, List<NewPicture> pictures)
      throws DeclinedException {
    int there = find(owned(id, secret), person).pictures().size();
    if (there + pictures.size() > MOST_PICTURES) {
      throw new DeclinedException(
          Why.CONFLICT,
          "A person can have "
              + MOST_PICTURES
              + " pictures at most: delete some, or choose the best 10 to 15.");
    }
    List<StoredPicture> stored = new ArrayList<>();
    List<AnnouncedPicture> announced = new ArrayList<>();
    for (NewPicture picture : pictures) {
      String file = GivenText.fileName("file", picture.file());
      mustBeUsable(picture, file);
      PictureId number = PictureId.random(random);
      stored.add(new StoredPicture(number, file, new PictureState.Waiting()));
      PictureKey key = new PictureKey(id, person, number);
      announced.add(
          new AnnouncedPicture(number, files.target(key, picture.type(), picture.size())));
    }
    mustBeThere(galleries.addPictures(id, person, stored), "person");
    return announced;
  }

  /** Deletes a picture for good. */
  public void deletePicture(PictureKey picture, Optional<Secret> secret) throws DeclinedException {
    List<PictureKey> pictures =
        keys(picture.gallery(), find(owned(picture.gallery(), secret), picture.person()));
    mustBeThere(pictures.contains(picture), "picture");
    deleteFiles(List.of(picture));
    galleries.deletePicture(picture);
    deleteFiles(List.of(picture));
  }

  private void authorize(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    boolean fits =
        galleries.secretOf(id).map(hash -> secret.map(hash::fits).orElse(false)).orElse(false);
    mustBeThere(fits, "gallery");
  }

  /** All of the gallery, what nobody but its maker may read with it. */
  public StoredGallery owned(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    authorize(id, secret);
    Optional<StoredGallery> gallery = galleries.find(id);
    return gallery.orElseThrow(() -> missing("gallery"));
  }

  private static StoredPerson find(StoredGallery gallery, PersonId id) throws DeclinedException {
    Optional<StoredPerson> person =
        gallery.people().stream().filter(p -> p.id().equals(id)).findFirst();
    return person.orElseThrow(() -> missing("person"));
  }

  private static void mustBeThere(boolean there, String what) throws DeclinedException {
    if (!there) {
      throw missing(what);
    }
  }

  private static DeclinedException missing(String what) {
    return new DeclinedException(
        Why.NOT_FOUND,
        "There is no such " + what + ", or only the browser that made it can change it.");
  }

  private static List<PictureKey> keys(GalleryId id, StoredPerson person) {
    return person.pictures().stream()
        .map(picture -> new PictureKey(id, person.id(), picture.id()))
        .toList();
  }

  private static PersonNames checked(PersonNames names) throws DeclinedException {
    String name = GivenText.name("name", names.name());
    if (name.equalsIgnoreCase(Person.NOBODY)) {
      throw new DeclinedException(
          Why.INVALID,
          "A person cannot be called '"
              + name
              + "': faces that nobody knows are. Choose another name.");
    }
    return new PersonNames(
        name,
        optional("korean", names.korean()),
        optional("romanised", names.romanised()),
        optional("english", names.english()));
  }

  /** An empty one is none: that is how a form sends it. */
  private static Optional<String> optional(String what, Optional<String> given)
      throws DeclinedException {
    return given.isEmpty() || given.get().isBlank()
        ? Optional.empty()
        : Optional.of(GivenText.name(what, given.get()));
  }

  private static void mustBeFree(String name, StoredGallery gallery, Optional<PersonId> but)
      throws DeclinedException {
    boolean taken =
        gallery.people().stream()
            .filter(person -> !Optional.of(person.id()).equals(but))
            .anyMatch(person -> person.names().name().equals(name));
    if (taken) {
      throw new DeclinedException(
          Why.CONFLICT, "The gallery already has a person called '" + name + "'.");
    }
  }

  private static void mustBeUsable(NewPicture picture, String file) throws DeclinedException {
    if (!TYPES.contains(picture.type())) {
      throw new DeclinedException(
          Why.UNSUPPORTED, file + " is not a picture in JPEG, PNG or WebP: save it as one.");
    }
    if (picture.size() < 1) {
      throw new DeclinedException(Why.INVALID, file + " is empty: choose another picture.");
    }
    if (picture.size() > LARGEST_PICTURE) {
      throw new DeclinedException(
          Why.TOO_LARGE, file + " is larger than 20 MB: save it smaller, or crop it to the face.");
    }
  }

  private void deleteFiles(Collection<PictureKey> pictures) {
    try {
      files.delete(pictures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
