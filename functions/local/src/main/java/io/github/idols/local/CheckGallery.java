package io.github.idols.local;

import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.gallery.health.CheckedPicture;
import io.github.idols.core.video.RefusedException;
import io.github.idols.local.FolderGallery.PersonFolder;
import io.github.idols.local.GalleryReport.PersonReport;
import io.github.idols.local.GalleryReport.RefusedPicture;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at every picture of a gallery, on all workers. */
final class CheckGallery {
  private final WorkerPool<? extends PictureChecker> workers;
  private final Progress progress;

  CheckGallery(WorkerPool<? extends PictureChecker> workers, Progress progress) {
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * Looks at them all.
   *
   * @throws IOException when a picture cannot be read from the disk
   */
  GalleryReport check(FolderGallery gallery) throws IOException, UserError {
    List<Path> pictures =
        gallery.people().stream().flatMap(person -> person.pictures().stream()).toList();
    progress.begin("gallery", pictures.size(), "pictures", 0);
    AtomicLong done = new AtomicLong();
    Iterator<PictureCheck> checks =
        workers
            .map(
                pictures,
                (checker, picture) -> {
                  PictureCheck check = check(checker, picture);
                  progress.done(done.incrementAndGet());
                  return check;
                })
            .iterator();
    return new GalleryReport(
        gallery.folder(), gallery.people().stream().map(person -> report(person, checks)).toList());
  }

  private static PictureCheck check(PictureChecker checker, Path picture) throws IOException {
    try {
      return checker.check(FileSource.open(picture));
    } catch (RefusedException e) {
      return new PictureCheck.Refused(String.valueOf(e.getMessage()));
    }
  }

  private static PersonReport report(PersonFolder person, Iterator<PictureCheck> checks) {
    List<CheckedPicture> usable = new ArrayList<>();
    List<RefusedPicture> refused = new ArrayList<>();
    for (Path picture : person.pictures()) {
      PictureCheck check = checks.next();
      if (check instanceof PictureCheck.Accepted accepted) {
        usable.add(
            new CheckedPicture(
                picture.toString(), picture.getFileName().toString(), accepted.taken()));
      } else if (check instanceof PictureCheck.Refused no) {
        refused.add(new RefusedPicture(shortName(person, picture), no.reason()));
      }
    }
    for (Path picture : person.otherPictures()) {
      refused.add(
          new RefusedPicture(
              shortName(person, picture), "this format is not read, save it as jpg, png or webp"));
    }
    return new PersonReport(person.name(), usable, refused);
  }

  private static String shortName(PersonFolder person, Path picture) {
    return person.name() + "/" + picture.getFileName();
  }
}
