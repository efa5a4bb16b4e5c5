package io.github.idols.splitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.github.idols.cloud.Sample;
import io.github.idols.core.cost.Step;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.job.InMemoryTasks.Task;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.Pipeline;
import io.github.idols.core.video.VideoPlanning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitterHandlerTest {
  private static final JobId ID = new JobId("Zk3vX0nq8mR2tYbW5sLd1A");
  private static final S3Event ARRIVAL = Sample.arrival("s3-video-put.json");

  private final Sample.Call call = new Sample.Call();
  private Pipeline pipeline;

  @BeforeEach
  void begin(@TempDir Path temp) {
    pipeline = new Pipeline(temp);
  }

  @Test
  void sharesAVideoOutThatHasArrived() {
    pipeline.upload(ID, FakeFilm.of(3));

    splitter(new FakeFilm()).handleRequest(ARRIVAL, call);

    assertEquals(JobState.RECOGNIZING, pipeline.job(ID).state());
    assertEquals(Pipeline.ONE_RUN, pipeline.job(ID).usage().of(Step.SPLIT));
    assertEquals(
        List.of(new Task.Recognize(ID, 0), new Task.Recognize(ID, 1), new Task.Recognize(ID, 2)),
        pipeline.tasks.take());
    assertTrue(call.log().contains(ID.value()), call.log());
  }

  @Test
  void refusesWhatIsNoVideoWithTheReasonAndGoesOnWithTheNext() {
    pipeline.upload(ID, "lyrics".getBytes(StandardCharsets.UTF_8));
    SplitterHandler splitter = splitter(new FakeFilm());

    splitter.handleRequest(ARRIVAL, call);

    Job job = pipeline.job(ID);
    assertEquals(JobState.REFUSED, job.state());
    assertEquals(Optional.of("This is no film."), job.reason());
    assertEquals(List.of(), pipeline.tasks.take());
  }

  @Test
  void isCalledAgainWhenItCouldNotReadTheVideo() {
    pipeline.upload(ID, FakeFilm.of(1));
    SplitterHandler splitter =
        splitter(
            video -> {
              throw new IOException("the network is down");
            });

    assertThrows(UncheckedIOException.class, () -> splitter.handleRequest(ARRIVAL, call));
    assertEquals(JobState.UPLOADING, pipeline.job(ID).state());
  }

  @Test
  void passesOverVideosThatNobodyKnowsAndObjectsThatAreNone() {
    splitter(new FakeFilm()).handleRequest(ARRIVAL, call);
    splitter(new FakeFilm()).handleRequest(Sample.arrival("s3-picture-put.json"), call);

    assertEquals(List.of(), pipeline.tasks.take());
  }

  private SplitterHandler splitter(VideoPlanning planning) {
    return new SplitterHandler(
        pipeline.jobs, pipeline.files, pipeline.tasks, planning, pipeline.meter());
  }
}
