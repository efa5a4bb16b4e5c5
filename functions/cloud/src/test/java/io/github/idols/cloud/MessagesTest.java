package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.cloud.Messages.ChunkTask;
import io.github.idols.cloud.Messages.Step;
import io.github.idols.cloud.Messages.StepTask;
import io.github.idols.core.job.JobId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final JobId JOB = new JobId("AAAAAAAAAAAAAAAAAAAAAA");

  @Test
  void looksAsTheQueuesKnowIt() {
    assertEquals(
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"chunk\":3}", Messages.encode(new ChunkTask(JOB, 3)));
    assertEquals(
        "{\"job\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"step\":\"name\"}",
        Messages.encode(new StepTask(JOB, Step.NAME)));
  }

  @Test
  void comesBackAsItWas() {
    ChunkTask chunk = new ChunkTask(JOB, 359);
    assertEquals(chunk, Messages.chunkTask(Messages.encode(chunk)));
    for (Step step : Step.values()) {
      StepTask task = new StepTask(JOB, step);
      assertEquals(task, Messages.stepTask(Messages.encode(task)));
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
      })
  void somethingElseIsABadMessage(String text) {
    assertThrows(BadMessageException.class, () -> Messages.chunkTask(text));
    assertThrows(BadMessageException.class, () -> Messages.stepTask(text));
  }
}
