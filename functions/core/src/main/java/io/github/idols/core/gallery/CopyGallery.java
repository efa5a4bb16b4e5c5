package io.github.idols.core.gallery;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Fills a new gallery with what another has: names, pictures and what was found in them, so that no
 * picture is looked at again. Safe for use by several threads.
 *
 * <p>The new gallery is somebody's before anything is in it, so nothing is left behind that nobody
 * can delete. From the first write to the last it is {@linkplain StoredGallery#whole() not whole},
 * and no video can be made with it; whoever was cut off, or told that pictures are left, asks
 * again, and it goes on. Pictures are known to the gallery, as taken, before their files are there:
 * the file of a picture that is not known would be deleted, and one that waits be looked at.
 */
public final class CopyGallery {
  /** How long it works before it answers: an API's call may take 29 s. */
  private static final Duration MOST = Duration.ofSeconds(18);

  /** Files that are copied at once: it is the store that works, and a call waits some 50 ms. */
  private static final int AT_ONCE = 16;

  private final OwnedGalleries owned;
  private final Galleries galleries;
  private final PictureFiles files;
  private final Clock clock;

  public CopyGallery(Galleries galleries, PictureFiles files, Clock clock) {
    this.owned = new OwnedGalleries(galleries);
    this.galleries = galleries;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Copies, or goes on with it.
   *
   * @param from whose taken pictures are copied; whoever asks may look at it
   * @param to a gallery with nobody in it, or one that this has begun to fill
   * @return how many pictures are left for the next call; 0 when the gallery is whole
   * @throws DeclinedException when {@code to} is not there for this secret, or has people already
   */
  public int copy(StoredGallery from, GalleryId to, Optional<Secret> secret)
      throws DeclinedException {
    Instant end = clock.instant().plus(MOST);
    StoredGallery filled = owned.find(to, secret);
    if (filled.whole() && !filled.people().isEmpty()) {
      throw new DeclinedException(
          Why.CONFLICT, "This gallery has people already: copy into a new one.");
    }
    mustBeThere(galleries.markWhole(to, false));
    for (StoredPerson person : from.people()) {
      announce(person, filled);
    }
    int left = bring(from, to, end);
    if (left == 0) {
      mustBeThere(galleries.markWhole(to, true));
    }
    return left;
  }

  /** Ids are of a gallery alone: the copy has the same, which is how it is known what is there. */
  private void announce(StoredPerson person, StoredGallery filled) throws DeclinedException {
    Optional<StoredPerson> there =
        filled.people().stream().filter(each -> each.id().equals(person.id())).findFirst();
    if (there.isEmpty()) {
      mustBeThere(galleries.putPerson(filled.id(), person.id(), person.names()));
    }
    List<PictureId> known =
        there.map(StoredPerson::pictures).orElse(List.of()).stream()
            .map(StoredPicture::id)
            .toList();
    List<StoredPicture> missing =
        person.taken().stream().filter(picture -> !known.contains(picture.id())).toList();
    if (!missing.isEmpty()) {
      mustBeThere(galleries.addPictures(filled.id(), person.id(), missing));
    }
  }

  private int bring(StoredGallery from, GalleryId to, Instant end) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Boolean>> brought = new ArrayList<>();
      for (StoredPerson person : from.people()) {
        for (StoredPicture picture : person.taken()) {
          PictureKey source = new PictureKey(from.id(), person.id(), picture.id());
          PictureKey target = new PictureKey(to, person.id(), picture.id());
          brought.add(CompletableFuture.supplyAsync(() -> bring(source, target, end), threads));
        }
      }
      return (int) brought.stream().filter(each -> !each.join()).count();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io ? io : e;
    } finally {
      threads.shutdownNow();
    }
  }

  /** False when there was no time for it. */
  private boolean bring(PictureKey source, PictureKey target, Instant end) {
    if (!clock.instant().isBefore(end)) {
      return false;
    }
    try {
      if (!files.isThere(target) && !files.copy(source, target)) {
        // Its maker deleted it meanwhile: then it is not in the copy either.
        galleries.deletePicture(target);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mustBeThere(boolean there) throws DeclinedException {
    if (!there) {
      throw OwnedGalleries.missing("gallery");
    }
  }
}
