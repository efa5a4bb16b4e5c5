package io.github.idols.local;

import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.local.clips.Casting;
import io.github.idols.local.clips.ClipMaker;
import io.github.idols.local.clips.ClipPlan;
import io.github.idols.local.clips.FacePicture;
import io.github.idols.local.clips.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Makes test clips with truth and galleries out of folders of pictures. */
final class MakeClips {
  private final Studio studio;
  private final Progress progress;

  MakeClips(Studio studio, Progress progress) {
    this.studio = studio;
    this.progress = progress;
  }

  /**
   * Makes the folders {@code clip-1}, {@code clip-2}, ...; each appears when it is whole.
   *
   * @return what has been made, in order
   * @throws UserError when the pictures do not suffice, or a clip is there already
   */
  List<ClipPlan> make(ClipRequest request) throws UserError, IOException {
    for (int number = 1; number <= request.clips(); number++) {
      Path clip = folder(request, number);
      if (Files.exists(clip)) {
        throw new UserError(clip + " is there already: delete it, or name another --out");
      }
    }
    Files.createDirectories(request.out());
    Casting casting = cast(request);
    List<ClipPlan> plans =
        IntStream.rangeClosed(1, request.clips()).mapToObj(casting::clip).toList();
    progress.begin("filming", plans.stream().mapToLong(ClipPlan::frames).sum(), "frames", 0);
    AtomicLong frames = new AtomicLong();
    ClipMaker maker = new ClipMaker();
    // All share the one maker: there are no tools to close.
    try (WorkerPool<AutoCloseable> threads = new WorkerPool<>(request.workers(), () -> () -> {})) {
      return threads.map(
          plans,
          (none, plan) -> {
            film(maker, plan, folder(request, plan.number()), frames);
            return plan;
          });
    } finally {
      progress.end();
    }
  }

  private static Path folder(ClipRequest request, int number) {
    return request.out().resolve("clip-" + number);
  }

  private Casting cast(ClipRequest request) throws UserError, IOException {
    try (WorkerPool<PictureChecker> checkers =
        new WorkerPool<>(request.workers(), studio::newPictureChecker)) {
      Optional<FaceBoxes> boxes =
          request.boxes().isPresent()
              ? Optional.of(FaceBoxes.read(request.boxes().get()))
              : Optional.empty();
      FindFaces faces = new FindFaces(checkers, boxes, progress);
      Map<String, List<Path>> given = new TreeMap<>();
      if (request.gallery().isPresent()) {
        for (FolderGallery.PersonFolder person :
            FolderGallery.read(request.gallery().get()).people()) {
          given.put(person.name(), person.pictures());
        }
      }
      List<Person> people = new ArrayList<>();
      for (Person person : faces.of(FolderGallery.read(request.pictures()))) {
        people.add(notIn(given.getOrDefault(person.name(), List.of()), person));
      }
      int needed = given.isEmpty() ? 4 : 2;
      for (Person person : people) {
        if (person.pictures().size() < needed) {
          throw new UserError(
              String.format(
                  Locale.ROOT,
                  "%s has %d usable pictures for the clips, at least %d are needed: put in more"
                      + " with one clear face, or take the folder out of %s",
                  person.name(),
                  person.pictures().size(),
                  needed,
                  request.pictures()));
        }
      }
      if (people.size() < 2) {
        throw new UserError(
            request.pictures()
                + " has one person only: put in a folder for at least one more, as somebody is left"
                + " out of the gallery in turn");
      }
      List<FacePicture> strangers = new ArrayList<>();
      if (request.strangers().isPresent()) {
        faces
            .of(FolderGallery.read(request.strangers().get()))
            .forEach(stranger -> strangers.addAll(stranger.pictures()));
      }
      progress.end();
      return new Casting(people, strangers, given, request.settings());
    }
  }

  /** Without the pictures that the gallery has, under whatever name. */
  private static Person notIn(List<Path> gallery, Person person) throws IOException {
    List<FacePicture> others = new ArrayList<>();
    for (FacePicture picture : person.pictures()) {
      boolean known = false;
      for (Path other : gallery) {
        known |= Files.mismatch(picture.file(), other) == -1;
      }
      if (!known) {
        others.add(picture);
      }
    }
    return new Person(person.name(), others);
  }

  private void film(ClipMaker maker, ClipPlan plan, Path clip, AtomicLong frames)
      throws IOException {
    Path growing = clip.resolveSibling("." + clip.getFileName() + ".part");
    FolderRemover.remove(growing);
    Files.createDirectories(growing);
    try {
      for (Map.Entry<String, List<Path>> person : plan.gallery().entrySet()) {
        Path folder = Files.createDirectories(growing.resolve("gallery").resolve(person.getKey()));
        for (Path picture : person.getValue()) {
          Files.copy(picture, folder.resolve(picture.getFileName().toString()));
        }
      }
      Files.writeString(growing.resolve("about.txt"), about(plan) + "\n");
      maker.make(plan, growing, done -> progress.done(frames.incrementAndGet()));
      Files.move(growing, clip, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FolderRemover.remove(growing);
    }
  }

  /** A clip in one line. */
  static String about(ClipPlan plan) {
    return String.format(
        Locale.ROOT,
        "clip-%d: %s, %dx%d, %d frames, seed %d, left out of the gallery: %s",
        plan.number(),
        plan.look().name().toLowerCase(Locale.ROOT),
        plan.width(),
        plan.height(),
        plan.frames(),
        plan.seed(),
        plan.leftOut().orElse("nobody"));
  }
}
