package io.github.idols.local;

import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.gallery.RecallPictures;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at a gallery's pictures; those that an earlier run has looked at are only recalled. */
final class LookAtGallery {
  private final Studio studio;
  private final Optional<KnownGalleries> known;
  private final Progress progress;
  private final Terminal terminal;

  /**
   * @param known where what the pictures gave is kept; nothing where it is not
   */
  LookAtGallery(
      Studio studio, Optional<KnownGalleries> known, Progress progress, Terminal terminal) {
    this.studio = studio;
    this.known = known;
    this.progress = progress;
    this.terminal = terminal;
  }

  /**
   * Looks at them all, on some workers.
   *
   * @throws IOException when a picture cannot be read from the disk
   */
  GalleryReport look(FolderGallery gallery, int workers) throws UserError, IOException {
    if (known.isEmpty()) {
      return look(gallery, workers, studio::newPictureChecker);
    }
    PictureMemory memory = known.get().open(gallery.folder(), studio.pictureVersion());
    GalleryReport report =
        look(gallery, workers, () -> new RecallPictures(memory, studio::newPictureChecker));
    try {
      memory.save();
    } catch (IOException e) {
      terminal.warn(
          "warning: what the pictures gave could not be kept for the next run ("
              + UserError.of(e).getMessage()
              + "): name another folder by --data, or say --no-cache");
    }
    return report;
  }

  private GalleryReport look(FolderGallery gallery, int workers, Supplier<PictureChecker> maker)
      throws UserError, IOException {
    try (WorkerPool<PictureChecker> pool = new WorkerPool<>(workers, maker)) {
      return new CheckGallery(pool, progress).check(gallery);
    }
  }
}
