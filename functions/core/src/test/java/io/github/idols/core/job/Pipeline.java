package io.github.idols.core.job;

import io.github.idols.core.access.SecretHash;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.InMemoryGalleries;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredPicture;
import io.github.idols.core.job.InMemoryTasks.Task;
import io.github.idols.core.label.PictureDrawing;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.video.VideoPlanning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stores in memory and workers on them, one process' life after another. */
public final class Pipeline {
  static final GalleryId GALLERY = new GalleryId("gallerygallerygallery1");

  private static final SecretHash NOBODYS = new SecretHash("1".repeat(64));

  /** A message that waits, or the event of an arrived video. */
  public interface Delivery {
    StitchResult run() throws IOException;
  }

  private static final class MovedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-24T05:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** What {@link #meter()} adds for each piece of work. */
  public static final Runs ONE_RUN = Runs.one(Meter.ONE_CORE, 250);

  public final InMemoryJobs jobs = new InMemoryJobs();
  public final InMemoryJobFiles files = new InMemoryJobFiles();
  public final InMemoryTasks tasks = new InMemoryTasks();
  public final InMemoryGalleries galleries = new InMemoryGalleries();
  private final MovedClock clock = new MovedClock();
  private final Interruption interruption;
  private final SplitVideo splitter;
  private final RecognizeJobChunk recognizer;
  private final NameJob naming;
  private final RenderJobChunk renderer;
  private final JoinJob joining;

  /** With nobody who dies. */
  public Pipeline(Path temp) {
    this(temp, Interruption.none());
  }

  Pipeline(Path temp, Interruption interruption) {
    this(temp, interruption, new FakeFilm());
  }

  Pipeline(Path temp, Interruption interruption, ChunkRecognizer recognizing) {
    this.interruption = interruption;
    Jobs watchedJobs = interruption.watch(Jobs.class, jobs);
    JobFiles watchedFiles = interruption.watch(JobFiles.class, files);
    Tasks watchedTasks = interruption.watch(Tasks.class, tasks);
    Galleries watchedGalleries = interruption.watch(Galleries.class, galleries);
    FakeFilm film = new FakeFilm();
    PictureDrawing drawing = interruption.watch(PictureDrawing.class, film);
    splitter =
        new SplitVideo(
            watchedJobs, watchedFiles, watchedTasks, interruption.watch(VideoPlanning.class, film));
    recognizer =
        new RecognizeJobChunk(
            watchedJobs,
            watchedFiles,
            watchedTasks,
            watchedGalleries,
            interruption.watch(ChunkRecognizer.class, recognizing));
    naming = new NameJob(watchedJobs, watchedFiles, watchedTasks, watchedGalleries, temp, clock);
    renderer = new RenderJobChunk(watchedJobs, watchedFiles, watchedTasks, drawing, temp);
    joining = new JoinJob(watchedJobs, watchedFiles, drawing, temp, clock);
    galleries.create(GALLERY, "A and B", new SecretHash("0".repeat(64)));
    enroll("A", "personA_aaa", FakeFilm.FACE_OF_A);
    enroll("B", "personB_bbb", FakeFilm.FACE_OF_B);
  }

  private void enroll(String name, String id, Embedding face) {
    galleries.putPerson(GALLERY, new PersonId(id), PersonNames.of(name));
    enroll(new PersonId(id), id, face);
  }

  /** Says what A is called in other scripts. */
  void nameA(PersonNames names) {
    galleries.putPerson(GALLERY, new PersonId("personA_aaa"), names);
  }

  /** One more picture of A. */
  void enrollA(String id, Embedding face) {
    enroll(new PersonId("personA_aaa"), id, face);
  }

  private void enroll(PersonId person, String id, Embedding face) {
    PictureId picture = new PictureId(id);
    galleries.addPictures(
        GALLERY, person, List.of(new StoredPicture(picture, "1.jpg", new PictureState.Waiting())));
    galleries.decide(
        new PictureKey(GALLERY, person, picture),
        new PictureState.Taken(face, Optional.empty(), 50, 1, Optional.empty()));
  }

  /** A job whose video has just arrived, with an id that begins with a letter. */
  JobId upload(char letter, byte[] video) {
    return upload(letter, video, NOBODYS);
  }

  /** The same, with the secret of its maker. */
  public JobId upload(char letter, byte[] video, SecretHash secret) {
    JobId id = new JobId(letter + "jobjobjobjobjobjobjob");
    upload(id, video, secret, MatcherKind.CENTROID);
    return id;
  }

  /** The same, named by a rule. */
  JobId upload(char letter, byte[] video, MatcherKind matcher) {
    JobId id = new JobId(letter + "jobjobjobjobjobjobjob");
    upload(id, video, NOBODYS, matcher);
    return id;
  }

  /** A job whose video has just arrived. */
  public void upload(JobId id, byte[] video) {
    upload(id, video, NOBODYS, MatcherKind.CENTROID);
  }

  private void upload(JobId id, byte[] video, SecretHash secret, MatcherKind matcher) {
    jobs.create(
        new NewJob(
            id,
            new ShareId(id.value().charAt(0) + "shareshareshareshares"),
            secret,
            new VideoFile("film.txt", "text/plain", video.length),
            "upload",
            GALLERY,
            "A and B",
            matcher,
            clock.instant()));
    files.upload(id, video);
  }

  public void delete(JobId id) {
    jobs.delete(id);
    files.delete(id, "upload");
  }

  public Job job(JobId id) {
    return jobs.find(id).orElseThrow();
  }

  public Delivery arrival(JobId id) {
    return () -> {
      splitter.split(id);
      return StitchResult.DONE;
    };
  }

  /** What the messages want that were sent since the last call. */
  public List<Delivery> sent() {
    List<Delivery> deliveries = new ArrayList<>();
    for (Task task : tasks.take()) {
      deliveries.add(() -> run(task));
    }
    return deliveries;
  }

  public StitchResult run(Task task) throws IOException {
    if (task instanceof Task.Recognize recognize) {
      recognizer.recognize(task.job(), recognize.chunk());
    } else if (task instanceof Task.Render render) {
      renderer.render(task.job(), render.chunk());
    } else if (task instanceof Task.Name) {
      return naming.name(task.job());
    } else {
      return joining.join(task.job());
    }
    return StitchResult.DONE;
  }

  /**
   * Delivers until nothing waits any more, in the order of sending; what died or failed comes again
   * at the end, when claims of the dead have run out.
   */
  public void runAll(List<Delivery> first) {
    List<Delivery> waiting = new ArrayList<>(first);
    for (int round = 0; !waiting.isEmpty(); round++) {
      if (round > 1000) {
        throw new IllegalStateException("there is no end");
      }
      Delivery delivery = waiting.remove(0);
      try {
        if (delivery.run() == StitchResult.BUSY) {
          waiting.add(delivery);
        }
      } catch (Interruption.Died e) {
        interruption.replace();
        clock.now = clock.now.plus(Claims.LEASE);
        waiting.add(delivery);
      } catch (IOException e) {
        waiting.add(delivery);
      }
      waiting.addAll(sent());
    }
  }

  GiveUp giveUp() {
    return new GiveUp(jobs, clock);
  }

  public String result(JobId id, ResultFile file) {
    return new String(files.result(id, file).orElseThrow(), StandardCharsets.UTF_8);
  }

  /** All results as text, by file name. */
  public Map<String, String> results(JobId id) {
    Map<String, String> results = new TreeMap<>();
    for (ResultFile file : ResultFile.values()) {
      Optional<byte[]> bytes = files.result(id, file);
      bytes.ifPresent(b -> results.put(file.file(), new String(b, StandardCharsets.UTF_8)));
    }
    return results;
  }

  /** Whether drawn chunks are there. */
  boolean hasRendered(JobId id, Path temp) {
    try {
      files.fetchRendered(id, 0, temp.resolve("fetched"));
      return true;
    } catch (java.io.FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A meter whose clock moves on by 250 ms each time that it is looked at. */
  public Meter meter() {
    AtomicLong nanos = new AtomicLong();
    return new Meter(jobs, () -> nanos.getAndAdd(250_000_000), Meter.Machine.USUAL);
  }
}
