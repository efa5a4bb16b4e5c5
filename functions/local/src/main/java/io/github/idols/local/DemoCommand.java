package io.github.idols.local;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.local.client.GalleryStatus;
import io.github.idols.local.client.StackClient;
import io.github.idols.local.client.VideoStatus;
import io.github.idols.local.demo.DemoMaker;
import io.github.idols.local.demo.DemoMedia;
import io.github.idols.local.stack.FeaturedGalleries;
import io.github.idols.local.stack.StateFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the demo's media and has a stack label them, by the same ways as the page. */
final class DemoCommand {
  private static final String GALLERY = "Demo";
  private static final long POLL_MILLIS = 200;

  private final Path folder;
  private final Progress progress;
  private final Terminal terminal;
  private final DemoMaker maker = new DemoMaker();

  DemoCommand(Path folder, Progress progress, Terminal terminal) {
    this.folder = folder;
    this.progress = progress;
    this.terminal = terminal;
  }

  /** Where the stack keeps what it has. */
  Path stackFolder() {
    return folder.resolve("stack");
  }

  /** Whether a stack on that folder is running. */
  boolean isServed() {
    return StateFolder.running(stackFolder()).map(a -> new StackClient(a).isThere()).orElse(false);
  }

  /** Makes gallery and film, where they are missing. */
  void film() throws IOException {
    progress.begin("filming", DemoMaker.frames(), "frames", 0);
    maker.make(folder, progress::done);
    progress.end();
  }

  /** Has the film labelled by the stack that is running, and scores the labels. */
  void run() throws UserError, IOException {
    DemoMedia media = maker.make(folder, frames -> {});
    URI page =
        StateFolder.running(stackFolder())
            .orElseThrow(() -> new IOException("the stack ended too early"));
    StackClient client = new StackClient(page);
    StackClient.Owned gallery = gallery(client, media.gallery());
    StackClient.NewJob job = upload(client, media.video(), gallery);
    VideoStatus video = label(client, job.share());
    Path labels = folder.resolve("labels.csv");
    client.fetch(link(video, "csv"), labels);
    Path annotated = folder.resolve("annotated.mp4");
    client.fetch(link(video, "annotated"), annotated);
    Evaluation.of(LabelsCsvReader.read(media.truth()), LabelsCsvReader.read(labels), 1)
        .lines()
        .forEach(terminal.out()::println);
    terminal.out().println();
    terminal.out().println("the gallery:    " + media.gallery());
    terminal.out().println("the video:      " + media.video());
    terminal.out().println("what came out:  " + annotated);
    terminal.out().println("share link:     " + page.resolve("/v/" + job.share()));
    terminal.out().flush();
  }

  /** The demo's gallery, made once; with each run the link by which the page offers it is new. */
  private StackClient.Owned gallery(StackClient client, Path pictures)
      throws UserError, IOException {
    FolderGallery local = FolderGallery.read(pictures);
    FeaturedGalleries featured = new FeaturedGalleries(stackFolder());
    Optional<StackClient.Owned> kept =
        featured.all().stream()
            .filter(entry -> entry.name().equals(GALLERY))
            .map(entry -> new StackClient.Owned(entry.id(), entry.secret()))
            .findFirst();
    Optional<GalleryStatus> known =
        kept.isPresent() ? client.gallery(kept.get()) : Optional.empty();
    StackClient.Owned gallery =
        known.isPresent() && isWhole(known.get(), local) ? kept.orElseThrow() : make(client, local);
    featured.add(
        new FeaturedGalleries.Entry(
            GALLERY, gallery.id(), gallery.secret(), client.shareGallery(gallery)));
    return gallery;
  }

  private StackClient.Owned make(StackClient client, FolderGallery local)
      throws UserError, IOException {
    StackClient.Owned made = client.createGallery(GALLERY);
    long total = local.people().stream().mapToLong(person -> person.pictures().size()).sum();
    progress.begin("gallery", total, "pictures", 0);
    for (FolderGallery.PersonFolder person : local.people()) {
      client.addPictures(made, client.addPerson(made, person.name()), person.pictures());
    }
    GalleryStatus status = looked(client, made);
    while (status.count("waiting") > 0) {
      progress.done(total - status.count("waiting"));
      pause();
      status = looked(client, made);
    }
    progress.done(total);
    progress.end();
    return made;
  }

  private static GalleryStatus looked(StackClient client, StackClient.Owned gallery)
      throws IOException {
    return client
        .gallery(gallery)
        .orElseThrow(() -> new IOException("the demo's gallery was deleted"));
  }

  /** Whether it has just the pictures of the folder. */
  private static boolean isWhole(GalleryStatus status, FolderGallery local) {
    List<String> taken =
        status.pictures().stream()
            .filter(picture -> picture.state().equals("taken"))
            .map(picture -> picture.person() + "/" + picture.file())
            .sorted()
            .toList();
    List<String> wanted = new ArrayList<>();
    for (FolderGallery.PersonFolder person : local.people()) {
      person.pictures().forEach(p -> wanted.add(person.name() + "/" + p.getFileName()));
    }
    wanted.sort(null);
    return taken.equals(wanted);
  }

  private StackClient.NewJob upload(StackClient client, Path video, StackClient.Owned gallery)
      throws IOException {
    progress.begin("upload", Files.size(video) >> 10, "kB", 0);
    StackClient.NewJob job = client.createJob(video, gallery);
    client.upload(job, video, bytes -> progress.done(bytes >> 10));
    progress.end();
    return job;
  }

  private VideoStatus label(StackClient client, String share) throws UserError, IOException {
    String phase = "";
    VideoStatus video = client.share(share);
    while (!video.isFinal()) {
      if (!video.state().equals(phase)) {
        phase = video.state();
        if (phase.equals("recognizing")) {
          progress.begin("faces", video.frames(), "frames", video.frameRate());
        } else if (phase.equals("rendering")) {
          progress.done(video.frames());
          progress.begin("drawing", video.frames(), "frames", video.frameRate());
        }
      }
      if (phase.equals("recognizing")) {
        progress.done(video.recognizedFrames());
      } else if (phase.equals("rendering")) {
        progress.done(video.renderedFrames());
      }
      pause();
      video = client.share(share);
    }
    progress.done(video.frames());
    progress.end();
    if (!video.state().equals("done")) {
      throw new UserError("the demo's video was not labelled: " + video.reason());
    }
    return video;
  }

  private static URI link(VideoStatus video, String name) throws IOException {
    URI link = video.links().get(name);
    if (link == null) {
      throw new IOException("the API gives no link to " + name);
    }
    return link;
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }
}
