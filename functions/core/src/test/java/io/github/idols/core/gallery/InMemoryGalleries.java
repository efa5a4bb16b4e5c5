package io.github.idols.core.gallery;

import io.github.idols.core.access.SecretHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Galleries in memory, held to {@link GalleriesContract} as the real store is. */
public final class InMemoryGalleries implements Galleries {
  private final Map<GalleryId, StoredGallery> galleries = new LinkedHashMap<>();

  @Override
  public synchronized void create(GalleryId id, String name, SecretHash secret) {
    galleries.put(id, new StoredGallery(id, name, 1, secret, List.of()));
  }

  @Override
  public synchronized Optional<StoredGallery> find(GalleryId id) {
    return Optional.ofNullable(galleries.get(id));
  }

  @Override
  public synchronized Optional<SecretHash> secretOf(GalleryId id) {
    return find(id).map(StoredGallery::secret);
  }

  @Override
  public synchronized boolean rename(GalleryId id, String name) {
    StoredGallery gallery = galleries.get(id);
    if (gallery == null) {
      return false;
    }
    keep(gallery, name, gallery.people());
    return true;
  }

  @Override
  public synchronized boolean putPerson(GalleryId id, PersonId person, PersonNames names) {
    StoredGallery gallery = galleries.get(id);
    if (gallery == null) {
      return false;
    }
    if (!changePerson(id, person, known -> new StoredPerson(person, names, known.pictures()))) {
      List<StoredPerson> people = new ArrayList<>(gallery.people());
      people.add(new StoredPerson(person, names, List.of()));
      keep(gallery, gallery.name(), people);
    }
    return true;
  }

  @Override
  public synchronized boolean deletePerson(GalleryId id, PersonId person) {
    StoredGallery gallery = galleries.get(id);
    if (gallery == null) {
      return false;
    }
    List<StoredPerson> people = new ArrayList<>(gallery.people());
    if (!people.removeIf(known -> known.id().equals(person))) {
      return false;
    }
    keep(gallery, gallery.name(), people);
    return true;
  }

  @Override
  public synchronized boolean addPictures(
      GalleryId id, PersonId person, List<StoredPicture> pictures) {
    return changePerson(
        id,
        person,
        known -> {
          List<StoredPicture> all = new ArrayList<>(known.pictures());
          all.addAll(pictures);
          return new StoredPerson(person, known.names(), all);
        });
  }

  @Override
  public synchronized boolean decide(PictureKey picture, PictureState state) {
    if (!isThere(picture)) {
      return false;
    }
    return changePerson(
        picture.gallery(),
        picture.person(),
        known ->
            new StoredPerson(
                known.id(),
                known.names(),
                known.pictures().stream()
                    .map(
                        old ->
                            old.id().equals(picture.picture())
                                ? new StoredPicture(old.id(), old.file(), state)
                                : old)
                    .toList()));
  }

  @Override
  public synchronized boolean deletePicture(PictureKey picture) {
    if (!isThere(picture)) {
      return false;
    }
    return changePerson(
        picture.gallery(),
        picture.person(),
        known ->
            new StoredPerson(
                known.id(),
                known.names(),
                known.pictures().stream()
                    .filter(old -> !old.id().equals(picture.picture()))
                    .toList()));
  }

  @Override
  public synchronized boolean delete(GalleryId id) {
    return galleries.remove(id) != null;
  }

  @Override
  public synchronized boolean share(GalleryId id, GalleryShare share) {
    return link(id, Optional.of(share));
  }

  @Override
  public synchronized boolean unshare(GalleryId id) {
    return link(id, Optional.empty());
  }

  private boolean link(GalleryId id, Optional<GalleryShare> share) {
    return galleries.computeIfPresent(
            id,
            (same, old) ->
                new StoredGallery(
                    id, old.name(), old.version(), old.secret(), share, old.whole(), old.people()))
        != null;
  }

  @Override
  public synchronized boolean markWhole(GalleryId id, boolean whole) {
    return galleries.computeIfPresent(
            id,
            (same, old) ->
                new StoredGallery(
                    id, old.name(), old.version(), old.secret(), old.share(), whole, old.people()))
        != null;
  }

  @Override
  public synchronized Optional<StoredGallery> findByShare(GalleryShareId share) {
    return galleries.values().stream()
        .filter(gallery -> gallery.share().map(GalleryShare::id).equals(Optional.of(share)))
        .findFirst();
  }

  @Override
  public synchronized List<PictureKey> waiting() {
    List<PictureKey> waiting = new ArrayList<>();
    for (StoredGallery gallery : galleries.values()) {
      for (StoredPerson person : gallery.people()) {
        for (StoredPicture picture : person.pictures()) {
          if (picture.state() instanceof PictureState.Waiting) {
            waiting.add(new PictureKey(gallery.id(), person.id(), picture.id()));
          }
        }
      }
    }
    return waiting;
  }

  private boolean isThere(PictureKey picture) {
    return find(picture.gallery()).stream()
        .flatMap(gallery -> gallery.people().stream())
        .filter(person -> person.id().equals(picture.person()))
        .flatMap(person -> person.pictures().stream())
        .anyMatch(stored -> stored.id().equals(picture.picture()));
  }

  private boolean changePerson(GalleryId id, PersonId person, UnaryOperator<StoredPerson> change) {
    StoredGallery gallery = galleries.get(id);
    if (gallery == null || gallery.people().stream().noneMatch(p -> p.id().equals(person))) {
      return false;
    }
    keep(
        gallery,
        gallery.name(),
        gallery.people().stream()
            .map(known -> known.id().equals(person) ? change.apply(known) : known)
            .toList());
    return true;
  }

  private void keep(StoredGallery old, String name, List<StoredPerson> people) {
    galleries.put(
        old.id(),
        new StoredGallery(
            old.id(), name, old.version() + 1, old.secret(), old.share(), old.whole(), people));
  }
}
