package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.job.InMemoryTasks.Task;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.VideoPlanning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on its way, with nothing in it. */
class JobStepsTest {
  private Path temp;
  private Pipeline pipeline;

  @BeforeEach
  void begin(@TempDir Path folder) {
    temp = folder;
    pipeline = new Pipeline(temp, Interruption.none());
  }

  @Test
  void aVideoBecomesLabelsAndALabelledVideo() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(3));

    pipeline.runAll(List.of(pipeline.arrival(id)));

    Job job = pipeline.job(id);
    assertEquals(JobState.DONE, job.state());
    assertEquals(List.of("A film has no sound."), job.notes());
    assertEquals(
        OptionalLong.of(pipeline.galleries.find(Pipeline.GALLERY).orElseThrow().version()),
        job.galleryVersion());
    assertEquals(
        """
        from 0
        0 A
        1 A
        2 A
        3 A
        from 4
        4 A
        4 B
        5 A
        5 B
        6 A
        6 B
        7 A
        7 B
        from 8
        8 A
        9 A
        10 A
        11 A
        """,
        pipeline.result(id, ResultFile.VIDEO));
    assertTrue(pipeline.result(id, ResultFile.VTT).contains("A, B"));
    assertTrue(pipeline.result(id, ResultFile.CSV).startsWith("frame,x,y,w,h,name"));
    assertTrue(pipeline.result(id, ResultFile.JSON).startsWith("{"));
    String cast = pipeline.result(id, ResultFile.CAST);
    assertTrue(cast.matches("(?s).*\"A\".*\"B\".*"), cast);
    assertEquals(
        """
        {"version":1,
        "faces":[
        {"track":0,"jpeg":"at0"},
        {"track":1,"jpeg":"at4"}]}
        """,
        pipeline.result(id, ResultFile.FACES),
        "one look at each track");
    assertEquals("all at 4", pipeline.result(id, ResultFile.PREVIEW), "where A and B are together");
    assertFalse(pipeline.hasRendered(id, temp), "what only workers need is deleted");
    assertEquals(12, pipeline.files.named(id).labels().frames(), "but not what corrections need");
    assertArrayEquals(new String[0], temp.toFile().list(), "no file is left on the worker's disk");
  }

  @Test
  void theOtherRecognisersNamesLieBesideTheLabels() {
    // A's mean is 72 degrees from the face in the film, which is A's first picture.
    for (String picture : List.of("pictureA2__", "pictureA3__", "pictureA4__")) {
      pipeline.enrollA(picture, Embedding.of(0, 0, 1));
    }
    JobId id = pipeline.upload('a', FakeFilm.of(3), MatcherKind.NEAREST);
    pipeline.runAll(List.of(pipeline.arrival(id)));

    assertEquals(List.of("A", "B"), names(id, ResultFile.JSON));
    assertEquals(List.of("unknown", "B"), names(id, ResultFile.BESIDE));

    JobId other = pipeline.upload('b', FakeFilm.of(3), MatcherKind.CLASSIFIER);
    pipeline.runAll(List.of(pipeline.arrival(other)));
    assertEquals(List.of("unknown", "B"), names(other, ResultFile.JSON));
    assertEquals(List.of("unknown", "B"), names(other, ResultFile.BESIDE), "by centroid");
  }

  private List<String> names(JobId id, ResultFile file) {
    return Pattern.compile("\"id\":\\d+,\"name\":\"(\\w+)\"")
        .matcher(pipeline.result(id, file))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void theOutlineSaysWhereChunksEnd() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(3));

    pipeline.arrival(id).run();

    assertEquals(List.of(0.4, 0.8, 1.2), pipeline.job(id).outline().orElseThrow().chunkEnds());
  }

  @Test
  void namesOfAChunkCanBeSeenBeforeAllIsNamed() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(3));
    pipeline.arrival(id).run();

    pipeline.run(new Task.Recognize(id, 1));

    Labels labels = pipeline.files.provisional(id, 1).orElseThrow();
    assertEquals(List.of("A", "B"), labels.labels().stream().map(Label::name).toList());
    assertEquals(List.of(4L, 5L, 6L, 7L), labels.framePts());
    assertEquals(JobState.RECOGNIZING, pipeline.job(id).state());
  }

  @Test
  void labelsTellWhatPeopleAreCalledInOtherScripts() throws IOException {
    PersonNames names =
        new PersonNames("A", Optional.of("에이"), Optional.of("Ei"), Optional.empty());
    pipeline.nameA(names);
    JobId id = pipeline.upload('a', FakeFilm.of(3));
    pipeline.arrival(id).run();

    pipeline.run(new Task.Recognize(id, 1));

    assertEquals(List.of(names), pipeline.files.provisional(id, 1).orElseThrow().names());

    JobId other = pipeline.upload('b', FakeFilm.of(3));
    pipeline.runAll(List.of(pipeline.arrival(other)));
    String line = "\n\"names\":[{\"name\":\"A\",\"korean\":\"에이\",\"romanised\":\"Ei\"}],\n";
    assertTrue(pipeline.result(other, ResultFile.JSON).contains(line));
    assertTrue(pipeline.result(other, ResultFile.BESIDE).contains(line));
    assertFalse(pipeline.result(other, ResultFile.CSV).contains("에이"));
    assertFalse(pipeline.result(other, ResultFile.VTT).contains("에이"));
  }

  @Test
  void whatIsNoFilmIsRefusedWithTheReason() throws IOException {
    JobId id = pipeline.upload('a', "a diary".getBytes(StandardCharsets.UTF_8));

    pipeline.runAll(List.of(pipeline.arrival(id)));

    assertEquals(JobState.REFUSED, pipeline.job(id).state());
    assertEquals(Optional.of("This is no film."), pipeline.job(id).reason());
  }

  @Test
  void aVideoOfAnotherSizeThanAnnouncedIsRefused() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(3));
    pipeline.files.upload(id, FakeFilm.of(300));

    pipeline.runAll(List.of(pipeline.arrival(id)));

    assertEquals(JobState.REFUSED, pipeline.job(id).state());
  }

  @Test
  void aFaultInPlanningEndsTheJobAndIsNotHidden() {
    JobId id = pipeline.upload('a', FakeFilm.of(3));
    SplitVideo splitter =
        new SplitVideo(
            pipeline.jobs,
            pipeline.files,
            pipeline.tasks,
            new VideoPlanning() {
              @Override
              public Plan plan(MediaSource video) {
                throw new ArithmeticException("/ by zero");
              }
            });

    assertThrows(ArithmeticException.class, () -> splitter.split(id));

    assertEquals(JobState.FAILED, pipeline.job(id).state());
  }

  @Test
  void aGalleryThatIsDeletedMeanwhileEndsTheJobWithASentence() {
    JobId id = pipeline.upload('a', FakeFilm.of(2));
    pipeline.galleries.delete(Pipeline.GALLERY);

    pipeline.runAll(List.of(pipeline.arrival(id)));

    assertEquals(JobState.FAILED, pipeline.job(id).state());
    assertTrue(pipeline.job(id).reason().orElseThrow().startsWith("The gallery was deleted"));
  }

  @Test
  void whoFindsALiveClaimComesBackLater() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(1));
    pipeline.arrival(id).run();
    pipeline.run(new Task.Recognize(id, 0));
    pipeline.jobs.claim(
        id,
        Fan.RECOGNIZE,
        pipeline.job(id).created(),
        pipeline.job(id).created().plus(Claims.LEASE));

    assertEquals(StitchResult.BUSY, pipeline.run(new Task.Name(id)));
    assertFalse(pipeline.giveUp().onJoining(id, Fan.RECOGNIZE), "somebody is at it");

    pipeline.jobs.release(id);
    assertEquals(StitchResult.DONE, pipeline.run(new Task.Name(id)));
    assertEquals(JobState.RENDERING, pipeline.job(id).state());
  }

  @Test
  void messagesThatComeTooEarlyOrNameNothingAreDropped() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(2));
    JobId unknown = new JobId("x".repeat(22));
    List<Task> tasks =
        Stream.of(id, unknown)
            .flatMap(
                job ->
                    Stream.<Task>of(
                        new Task.Recognize(job, 0),
                        new Task.Name(job),
                        new Task.Render(job, 0),
                        new Task.Join(job)))
            .toList();

    for (Task task : tasks) {
      assertEquals(StitchResult.DONE, pipeline.run(task), task.toString());
    }
    pipeline.arrival(unknown).run();

    assertEquals(JobState.UPLOADING, pipeline.job(id).state());
    assertEquals(List.of(), pipeline.tasks.waiting());
  }

  @Test
  void aChunkThatCannotBeDoneEndsItsJobAndNoOther() throws IOException {
    JobId poisoned = pipeline.upload('a', FakeFilm.of(3));
    JobId other = pipeline.upload('b', FakeFilm.of(3));
    pipeline.arrival(poisoned).run();
    pipeline.run(new Task.Recognize(poisoned, 0));

    assertFalse(pipeline.giveUp().onChunk(poisoned, Fan.RECOGNIZE, 0), "it is done");
    assertFalse(pipeline.giveUp().onChunk(poisoned, Fan.RECOGNIZE, 3), "there is none");
    assertFalse(pipeline.giveUp().onChunk(poisoned, Fan.RENDER, 1), "not yet");
    assertTrue(pipeline.giveUp().onChunk(poisoned, Fan.RECOGNIZE, 1));
    pipeline.runAll(List.of(pipeline.arrival(other)));

    assertEquals(JobState.FAILED, pipeline.job(poisoned).state());
    assertTrue(pipeline.job(poisoned).reason().orElseThrow().contains("after 3 tries"));
    assertEquals(JobState.DONE, pipeline.job(other).state());
  }

  @Test
  void joiningThatFailsEachTimeEndsTheJob() throws IOException {
    JobId id = pipeline.upload('a', FakeFilm.of(1));
    pipeline.arrival(id).run();
    pipeline.run(new Task.Recognize(id, 0));

    assertFalse(pipeline.giveUp().onJoining(id, Fan.RENDER), "not yet");
    assertTrue(pipeline.giveUp().onJoining(id, Fan.RECOGNIZE));

    assertEquals(JobState.FAILED, pipeline.job(id).state());
  }
}
