package io.github.idols.core.gallery;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a picture that has arrived and takes it into its gallery, or refuses it.
 *
 * <p>May run twice, at once too, or be cut off anywhere. Used by one thread at a time, as its
 * checker is.
 */
public final class EnrollPicture {
  private static final String BROKEN = "could not be read, save it as JPEG";

  private final Galleries galleries;
  private final PictureFiles files;
  private final PictureChecker checker;

  public EnrollPicture(Galleries galleries, PictureFiles files, PictureChecker checker) {
    this.galleries = galleries;
    this.files = files;
    this.checker = checker;
  }

  /**
   * Does it; what is decided already is passed over, and the file of a picture that the gallery
   * does not know any more is deleted.
   *
   * @throws IOException when the file could not be read or deleted: to be tried again
   */
  public void enroll(PictureKey key) throws IOException {
    Optional<PictureState> state = find(key).map(StoredPicture::state);
    if (state.isEmpty()) {
      files.delete(List.of(key));
    } else if (state.get() instanceof PictureState.Waiting) {
      Optional<MediaSource> file = files.open(key);
      if (file.isPresent() && !galleries.decide(key, look(key, file.get()))) {
        files.delete(List.of(key));
      }
    }
  }

  private PictureState look(PictureKey key, MediaSource file) throws IOException {
    PictureCheck check;
    try {
      check = checker.check(file);
    } catch (RuntimeException e) {
      // A fault of ours, which comes again with each try: the fan must not wait for it.
      galleries.decide(key, new PictureState.Refused(BROKEN));
      throw e;
    }
    if (check instanceof PictureCheck.Refused refused) {
      return new PictureState.Refused(refused.reason());
    }
    return ((PictureCheck.Accepted) check).taken();
  }

  private Optional<StoredPicture> find(PictureKey key) {
    return galleries.find(key.gallery()).stream()
        .flatMap(gallery -> gallery.people().stream())
        .filter(person -> person.id().equals(key.person()))
        .flatMap(person -> person.pictures().stream())
        .filter(picture -> picture.id().equals(key.picture()))
        .findFirst();
  }
}
