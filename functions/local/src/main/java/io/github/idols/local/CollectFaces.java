package io.github.idols.local;

import io.github.idols.core.classify.CutFace;
import io.github.idols.core.classify.FaceCutter;
import io.github.idols.core.classify.TrainingFaces;
import io.github.idols.core.classify.TrainingJob;
import io.github.idols.core.classify.TrainingSettings;
import io.github.idols.core.face.WideFace;
import io.github.idols.core.video.RefusedException;
import io.github.idols.local.FolderGallery.PersonFolder;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Cuts the faces out of folders of pictures, for training and for the test. */
final class CollectFaces {
  private final Studio studio;
  private final Progress progress;
  private final Terminal terminal;
  private final int workers;

  CollectFaces(Studio studio, Progress progress, Terminal terminal, int workers) {
    this.studio = studio;
    this.progress = progress;
    this.terminal = terminal;
    this.workers = workers;
  }

  /** A face, and the picture that it is from. */
  private record Found(WideFace face, String file) {}

  /**
   * Cuts the faces out.
   *
   * @param folder with a folder of pictures for each person
   * @param test likewise, for the test
   * @param split part of the faces in {@code folder} that goes to the test, too
   * @throws UserError when fewer than two people have enough faces
   */
  TrainingJob collect(Path folder, Optional<Path> test, double split, TrainingSettings settings)
      throws UserError, IOException {
    FolderGallery gallery = FolderGallery.read(folder);
    if (gallery.people().size() < 2) {
      throw new UserError(
          "%s has one person only, %s, and a classifier tells people apart: add a folder for somebody else"
              .formatted(folder, gallery.people().get(0).name()));
    }
    Optional<FolderGallery> tests =
        test.isPresent() ? Optional.of(FolderGallery.read(test.get())) : Optional.empty();
    Map<String, List<Found>> learning = cut("faces", gallery, studio::newFaceCutter);
    Map<String, List<Found>> known = new HashMap<>();
    if (tests.isPresent()) {
      known = cut("test", tests.get(), studio::newTestFaceCutter);
    }
    progress.end();
    List<TrainingFaces> people = new ArrayList<>();
    for (PersonFolder person : gallery.people()) {
      List<Found> faces = learning.getOrDefault(person.name(), List.of());
      List<Found> kept = new ArrayList<>(known.getOrDefault(person.name(), List.of()));
      person(person, faces, kept, split, settings.seed()).ifPresent(people::add);
    }
    if (people.size() < 2) {
      throw new UserError(
          "fewer than two people in %s have %d usable pictures; 10 or more of each are best"
              .formatted(folder, TrainingFaces.LEAST));
    }
    for (PersonFolder person : tests.map(FolderGallery::people).orElse(List.of())) {
      if (people.stream().noneMatch(p -> p.name().equals(person.name()))) {
        terminal.warn("warning: the test's " + person.name() + " is nobody who is learnt");
      }
    }
    return new TrainingJob(settings, people);
  }

  /** What is learnt of a person, or nothing with a warning where that is too little. */
  private Optional<TrainingFaces> person(
      PersonFolder person, List<Found> faces, List<Found> test, double split, long seed) {
    List<Found> shuffled = new ArrayList<>(faces);
    Collections.shuffle(shuffled, new Random(seed * 31 + person.name().hashCode()));
    int tested = (int) Math.round(split * faces.size());
    if (faces.size() - tested < TrainingFaces.LEAST) {
      tested = 0;
    }
    if (faces.size() < TrainingFaces.LEAST) {
      List<String> files = faces.stream().map(Found::file).toList();
      terminal.warn(
          "warning: %s is left out: %s usable (%s), at least %d are needed, 10 or more are best"
              .formatted(
                  person.name(),
                  files.size() == 1 ? "1 picture is" : files.size() + " pictures are",
                  files.isEmpty() ? "none" : String.join(", ", files),
                  TrainingFaces.LEAST));
      return Optional.empty();
    }
    List<Found> all = new ArrayList<>(test);
    all.addAll(shuffled.subList(0, tested));
    return Optional.of(
        new TrainingFaces(
            person.name(),
            shuffled.subList(tested, shuffled.size()).stream().map(Found::face).toList(),
            all.stream().map(Found::face).toList()));
  }

  private Map<String, List<Found>> cut(
      String phase, FolderGallery gallery, Supplier<FaceCutter> cutters)
      throws UserError, IOException {
    List<Path> pictures =
        gallery.people().stream().flatMap(person -> person.pictures().stream()).toList();
    progress.begin(phase, pictures.size(), "pictures", 0);
    AtomicLong done = new AtomicLong();
    List<CutFace> cuts;
    try (WorkerPool<FaceCutter> pool = new WorkerPool<>(workers, cutters)) {
      cuts =
          pool.map(
              pictures,
              (cutter, picture) -> {
                CutFace cut = cut(cutter, picture);
                progress.done(done.incrementAndGet());
                return cut;
              });
    }
    progress.end();
    Iterator<CutFace> next = cuts.iterator();
    Map<String, List<Found>> found = new HashMap<>();
    for (PersonFolder person : gallery.people()) {
      List<Found> faces = new ArrayList<>();
      for (Path picture : person.pictures()) {
        String file = person.name() + "/" + picture.getFileName();
        CutFace cut = next.next();
        if (cut instanceof CutFace.Cut face) {
          faces.add(new Found(face.face(), file));
        } else if (cut instanceof CutFace.Refused no) {
          terminal.warn("warning: " + file + " is not used: " + no.reason());
        }
      }
      for (Path picture : person.otherPictures()) {
        terminal.warn(
            "warning: %s/%s is not used: this format is not read, save it as jpg, png or webp"
                .formatted(person.name(), picture.getFileName()));
      }
      found.put(person.name(), faces);
    }
    return found;
  }

  private static CutFace cut(FaceCutter cutter, Path picture) throws IOException {
    try {
      return cutter.cut(FileSource.open(picture));
    } catch (RefusedException e) {
      return new CutFace.Refused(String.valueOf(e.getMessage()));
    }
  }
}
