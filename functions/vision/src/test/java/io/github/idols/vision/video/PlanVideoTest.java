package io.github.idols.vision.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanVideoTest {
  private final VideoGate gate = new VideoGate();
  private final PlanVideo planning = new PlanVideo(gate, new VideoPlanner(1));

  @Test
  void aVideoIsSharedOutAndItsSourceClosed(@TempDir Path folder) throws Exception {
    HeldSource source =
        HeldSource.of(TestClips.h264().frames(72).write(folder.resolve("clip.mp4")));

    Plan plan = planning.plan(source);

    assertEquals(3, plan.chunks().size());
    assertEquals(72, plan.video().frames());
    assertTrue(source.isClosed());
  }

  @Test
  void whatIsNoVideoIsRefusedAndItsSourceClosed() {
    HeldSource source = new HeldSource("mv.mp4", "text".getBytes(StandardCharsets.UTF_8));

    assertThrows(RefusedException.class, () -> planning.plan(source));
    assertTrue(source.isClosed());
  }
}
