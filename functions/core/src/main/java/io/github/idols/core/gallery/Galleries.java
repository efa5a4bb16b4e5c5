package io.github.idols.core.gallery;

import io.github.idols.core.access.SecretHash;
import java.util.List;
import java.util.Optional;

/**
 * Where galleries are kept. Safe for use by several threads and machines at once; every change
 * raises the gallery's version. Changes to what is not there change nothing and answer {@code
 * false}. Throws unchecked exceptions when the store cannot be reached.
 */
public interface Galleries {
  /** Makes an empty gallery of version 1. */
  void create(GalleryId id, String name, SecretHash secret);

  /** All of one version. */
  Optional<StoredGallery> find(GalleryId id);

  /** Cheaper than finding all of it. */
  Optional<SecretHash> secretOf(GalleryId id);

  boolean rename(GalleryId id, String name);

  /** Adds a person, or gives one other names. */
  boolean putPerson(GalleryId id, PersonId person, PersonNames names);

  /** Forgets a person with all pictures. */
  boolean deletePerson(GalleryId id, PersonId person);

  /** Adds pictures: new ones as {@link PictureState.Waiting}, known ones in their state. */
  boolean addPictures(GalleryId id, PersonId person, List<StoredPicture> pictures);

  /** Says what became of a picture that was announced and has not been deleted. */
  boolean decide(PictureKey picture, PictureState state);

  boolean deletePicture(PictureKey picture);

  /** Forgets all of it. */
  boolean delete(GalleryId id);

  /**
   * Gives the gallery a share link; one that it had leads nowhere any more. What is in the gallery
   * stays as it is, and so does its version.
   */
  boolean share(GalleryId id, GalleryShare share);

  /** Takes the share link away; {@code false} when there is no such gallery. */
  boolean unshare(GalleryId id);

  /** The gallery whose link this is, whether the link has ended or not. */
  Optional<StoredGallery> findByShare(GalleryShareId share);

  /** Says whether all is there that is to be; a new gallery is whole. The version stays. */
  boolean markWhole(GalleryId id, boolean whole);

  /** Pictures of all galleries that wait to be looked at. */
  List<PictureKey> waiting();
}
