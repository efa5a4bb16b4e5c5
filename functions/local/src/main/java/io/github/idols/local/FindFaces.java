package io.github.idols.local;

import io.github.idols.core.face.Box;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.video.RefusedException;
import io.github.idols.local.clips.FacePicture;
import io.github.idols.local.clips.Person;
import io.github.idols.vision.video.FileSource;
import io.github.idols.vision.video.Pictures;
import io.github.idols.vision.video.Still;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Finds the one face in each picture of a folder of people: from a list, or by looking. */
final class FindFaces {
  private final WorkerPool<? extends PictureChecker> workers;
  private final Optional<FaceBoxes> boxes;
  private final Progress progress;
  private final Pictures reader = new Pictures();

  FindFaces(
      WorkerPool<? extends PictureChecker> workers, Optional<FaceBoxes> boxes, Progress progress) {
    this.workers = workers;
    this.boxes = boxes;
    this.progress = progress;
  }

  /**
   * All people with those of their pictures whose face is known; with a list, those in the list.
   *
   * @throws IOException when a picture cannot be read from the disk
   */
  List<Person> of(FolderGallery folder) throws UserError, IOException {
    List<Path> pictures = folder.people().stream().flatMap(p -> p.pictures().stream()).toList();
    progress.begin("faces", pictures.size(), "pictures", 0);
    AtomicLong done = new AtomicLong();
    Iterator<Optional<Box>> faces =
        workers
            .map(
                pictures,
                (checker, picture) -> {
                  Optional<Box> face = face(checker, picture);
                  progress.done(done.incrementAndGet());
                  return face;
                })
            .iterator();
    List<Person> people = new ArrayList<>();
    for (FolderGallery.PersonFolder person : folder.people()) {
      List<FacePicture> usable = new ArrayList<>();
      for (Path picture : person.pictures()) {
        faces.next().ifPresent(face -> usable.add(new FacePicture(picture, face)));
      }
      people.add(new Person(person.name(), usable));
    }
    return people;
  }

  private Optional<Box> face(PictureChecker checker, Path picture) throws IOException {
    try {
      if (boxes.isPresent()) {
        Optional<Box> box = boxes.get().of(picture);
        return box.isPresent() ? Optional.of(asRead(picture, box.get())) : box;
      }
      return checker.check(FileSource.open(picture)) instanceof PictureCheck.Accepted accepted
          ? Optional.of(accepted.face().box())
          : Optional.empty();
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  /** In pixels of the picture as it is read: very large ones are scaled down. */
  private Box asRead(Path picture, Box box) throws RefusedException, IOException {
    try (Still still = reader.read(picture)) {
      return box.scale(
          still.frame().width() / (double) still.originalWidth(),
          still.frame().height() / (double) still.originalHeight());
    }
  }
}
