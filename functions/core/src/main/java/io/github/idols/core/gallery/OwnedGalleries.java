package io.github.idols.core.gallery;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.util.Optional;

/** Finds galleries for those who made them. Safe for use by several threads. */
public final class OwnedGalleries {
  private final Galleries galleries;

  public OwnedGalleries(Galleries galleries) {
    this.galleries = galleries;
  }

  /**
   * A gallery.
   *
   * @throws DeclinedException when there is none, or the secret is missing or another's: which of
   *     them is not told
   */
  public StoredGallery find(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    authorize(id, secret);
    return galleries.find(id).orElseThrow(() -> missing("gallery"));
  }

  /** Throws as {@link #find} does, and costs less. */
  public void authorize(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    boolean fits =
        galleries.secretOf(id).map(hash -> secret.map(hash::fits).orElse(false)).orElse(false);
    if (!fits) {
      throw missing("gallery");
    }
  }

  static DeclinedException missing(String what) {
    return new DeclinedException(
        Why.NOT_FOUND,
        "There is no such " + what + ", or only the browser that made it can change it.");
  }
}
