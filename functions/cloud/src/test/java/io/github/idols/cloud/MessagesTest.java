package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.cloud.Messages.ChunkTask;
import io.github.idols.cloud.Messages.FancamTask;
import io.github.idols.cloud.Messages.Step;
import io.github.idols.cloud.Messages.StepTask;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.fancam.FancamId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final JobId JOB = new JobId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final FancamId FANCAM = new FancamId("BBBBBBBBBBBBBBBBBBBBBB");

  @Test
  void looksAsTheQueuesKnowIt() {
    assertEquals(
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":3}", Messages.encode(new ChunkTask(JOB, 3)));
    assertEquals(
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"step\":\"name\"}",
        Messages.encode(new StepTask(JOB, Step.NAME)));
    assertEquals(
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":3,\"fancam\":\"BBBBBBBBBBBBBBBBBBBBBB\"}",
        Messages.encode(new ChunkTask(JOB, 3, Optional.of(FANCAM))));
    assertEquals(
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"step\":\"fancam\",\"fancam\":\"BBBBBBBBBBBBBBBBBBBBBB\"}",
        Messages.encode(new FancamTask(JOB, FANCAM)));
  }

  @Test
  void comesBackAsItWas() {
    ChunkTask chunk = new ChunkTask(JOB, 359);
    assertEquals(chunk, Messages.chunkTask(Messages.encode(chunk)));
    ChunkTask cut = new ChunkTask(JOB, 0, Optional.of(FANCAM));
    assertEquals(cut, Messages.chunkTask(Messages.encode(cut)));
    FancamTask fancam = new FancamTask(JOB, FANCAM);
    assertEquals(fancam, Messages.wholeTask(Messages.encode(fancam)));
    for (Step step : Step.values()) {
      StepTask task = new StepTask(JOB, step);
      assertEquals(task, Messages.wholeTask(Messages.encode(task)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "null",
        "[]",
        "3",
        "{}",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"job\":\"../AAAAAAAAAAAAAAAAAAA\",\"chunk\":3,\"step\":\"name\"}",
        "{\"job\":3,\"chunk\":3,\"step\":\"name\"}",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":-1,\"step\":\"dance\"}",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":1.5,\"step\":1}",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":\"1\",\"step\":null}",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":99999999999,\"step\":\"NAME\"}",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":3,\"step\":\"name\"} more",
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":3,\"step\":\"fancam\",\"fancam\":\"../x\"}",
      })
  void somethingElseIsABadMessage(String text) {
    assertThrows(BadMessageException.class, () -> Messages.chunkTask(text));
    assertThrows(BadMessageException.class, () -> Messages.wholeTask(text));
  }
}
