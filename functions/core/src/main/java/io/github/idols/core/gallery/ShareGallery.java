package io.github.idols.core.gallery;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Lets others look at a gallery and use it, by a link that only its maker gives, renews and takes
 * back. A link that is unknown, one that was renewed or taken back and one that ended look the
 * same. Safe for use by several threads.
 */
public final class ShareGallery {
  /** How long a link leads to its gallery: a comeback with all its videos. */
  public static final Duration TERM = Duration.ofDays(90);

  private final OwnedGalleries owned;
  private final Galleries galleries;
  private final Clock clock;
  private final SecureRandom random;

  public ShareGallery(Galleries galleries, Clock clock, SecureRandom random) {
    this.owned = new OwnedGalleries(galleries);
    this.galleries = galleries;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Gives the gallery a link, for {@link #TERM} from now; one that it had leads nowhere any more.
   *
   * @throws DeclinedException when the gallery is not there for this secret
   */
  public GalleryShare share(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    owned.authorize(id, secret);
    GalleryShare share =
        new GalleryShare(
            GalleryShareId.random(random),
            clock.instant().plus(TERM).truncatedTo(ChronoUnit.SECONDS));
    if (!galleries.share(id, share)) {
      throw OwnedGalleries.missing("gallery");
    }
    return share;
  }

  /**
   * Takes the gallery's link back, if it has one.
   *
   * @throws DeclinedException when the gallery is not there for this secret
   */
  public void unshare(GalleryId id, Optional<Secret> secret) throws DeclinedException {
    owned.authorize(id, secret);
    galleries.unshare(id);
  }

  /** The link that a gallery has now, if it leads to it. */
  public Optional<GalleryShare> linkOf(StoredGallery gallery) {
    return gallery.share().filter(share -> clock.instant().isBefore(share.ends()));
  }

  /**
   * The gallery that a link leads to.
   *
   * @throws DeclinedException when it leads to none
   */
  public StoredGallery find(GalleryShareId share) throws DeclinedException {
    return galleries
        .findByShare(share)
        .filter(gallery -> linkOf(gallery).isPresent())
        .orElseThrow(
            () ->
                new DeclinedException(
                    Why.NOT_FOUND,
                    "This link leads to no gallery: it may have ended, or whoever made the gallery"
                        + " no longer shares it. Ask for a new link."));
  }
}
