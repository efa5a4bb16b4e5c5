package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.Secret;
import io.github.idols.core.label.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finished film of three chunks, in which A is throughout (track 0) and B in the second. */
class CorrectJobTest {
  private static final Optional<Secret> SECRET = Optional.of(new Secret("s".repeat(43)));

  private Path temp;
  private Pipeline pipeline;
  private JobId id;
  private CorrectJob correcting;

  @BeforeEach
  void finish(@TempDir Path folder) {
    temp = folder;
    begin(Interruption.none());
  }

  private void begin(Interruption interruption) {
    pipeline = new Pipeline(temp, interruption);
    id = pipeline.upload('a', FakeFilm.of(3), SECRET.orElseThrow().hash());
    pipeline.runAll(List.of(pipeline.arrival(id)));
    correcting =
        new CorrectJob(
            new OwnedJobs(pipeline.jobs, JobsContract.clock()),
            pipeline.jobs,
            pipeline.tasks,
            pipeline.galleries,
            JobsContract.clock());
  }

  private List<String> names() throws IOException {
    return pipeline.files.named(id).labels().labels().stream().map(Label::name).toList();
  }

  private void work() {
    pipeline.runAll(pipeline.sent());
  }

  @Test
  void whatIsSaidIsInAllFilesOfLabelsAndIsUndone() throws Exception {
    String before = pipeline.results(id).toString();

    assertEquals(1, correcting.say(id, SECRET, Set.of(0), " Jennie ", true));
    assertFalse(pipeline.job(id).corrected().isNamed());
    work();

    assertEquals(List.of("Jennie", "B"), names());
    assertTrue(pipeline.job(id).corrected().isNamed());
    for (ResultFile file :
        List.of(
            ResultFile.JSON, ResultFile.BESIDE, ResultFile.CSV, ResultFile.VTT, ResultFile.CAST)) {
      assertTrue(pipeline.result(id, file).contains("Jennie"), file.file());
    }
    assertEquals(JobState.DONE, pipeline.job(id).state());

    assertEquals(2, correcting.undo(id, SECRET));
    work();
    assertEquals(before, pipeline.results(id).toString());
    assertThrows(DeclinedException.class, () -> correcting.undo(id, SECRET));
  }

  @Test
  void theVideoIsDrawnAnewOnRequestOnly() throws Exception {
    correcting.say(id, SECRET, Set.of(1), "B", false);
    assertThrows(DeclinedException.class, () -> correcting.draw(id, SECRET), "not named yet");
    work();
    assertTrue(pipeline.result(id, ResultFile.VIDEO).contains("B"));
    assertFalse(pipeline.job(id).corrected().isDrawn());

    Path empty = Files.writeString(temp.resolve("none.json"), "as of a video drawn before");
    pipeline.files.saveResult(id, ResultFile.FACES, empty);
    Files.delete(empty);
    correcting.draw(id, SECRET);
    correcting.draw(id, SECRET);
    assertThrows(DeclinedException.class, () -> correcting.undo(id, SECRET), "it is being drawn");
    work();

    assertFalse(pipeline.result(id, ResultFile.VIDEO).contains("B"));
    assertTrue(pipeline.result(id, ResultFile.FACES).contains("at4"), "faces are taken anew");
    assertTrue(pipeline.job(id).corrected().isDrawn());
    assertFalse(pipeline.hasRendered(id, temp));
  }

  @Test
  void onlyTheMakerAndOnlyWithAGallery() {
    Optional<Secret> other = Optional.of(new Secret("o".repeat(43)));
    for (Optional<Secret> secret : List.of(other, Optional.<Secret>empty())) {
      assertThrows(DeclinedException.class, () -> correcting.say(id, secret, Set.of(0), "B", true));
      assertThrows(DeclinedException.class, () -> correcting.undo(id, secret));
      assertThrows(DeclinedException.class, () -> correcting.draw(id, secret));
    }
    assertThrows(
        DeclinedException.class, () -> correcting.say(id, SECRET, Set.of(0), "unknown", false));
    pipeline.galleries.delete(Pipeline.GALLERY);
    assertThrows(DeclinedException.class, () -> correcting.say(id, SECRET, Set.of(0), "B", true));
    assertEquals(Corrected.nothing(), pipeline.job(id).corrected());
  }

  @Test
  void whatIsSaidWhileItIsNamedAnewIsNamedToo() throws Exception {
    correcting.say(id, SECRET, Set.of(0), "Jennie", true);
    List<Pipeline.Delivery> first = pipeline.sent();
    correcting.say(id, SECRET, Set.of(1), "Jisoo", true);
    pipeline.runAll(first);

    assertEquals(List.of("Jennie", "Jisoo"), names());
    assertTrue(pipeline.job(id).corrected().isNamed());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerMayDieAtEachCall(boolean after) throws Exception {
    Interruption undisturbed = Interruption.death(Integer.MAX_VALUE, after);
    begin(undisturbed);
    int calls = undisturbed.calls();
    int last =
        Interruption.atEachCall(
            calls + 1,
            at -> Interruption.death(at, after),
            (death, call) -> {
              begin(death);
              correcting.say(id, SECRET, Set.of(0), "Jennie", true);
              work();
              assertEquals(List.of("Jennie", "B"), names(), "death at call " + call);
              assertTrue(pipeline.job(id).corrected().isNamed(), "death at call " + call);
              correcting.draw(id, SECRET);
              work();
              assertTrue(pipeline.job(id).corrected().isDrawn(), "death at call " + call);
            });
    assertTrue(last > calls + 10, "calls were interrupted");
  }
}
