package io.github.idols.cloud;

import static io.github.idols.cloud.Sample.batch;
import static io.github.idols.cloud.Sample.failed;
import static io.github.idols.cloud.Sample.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.github.idols.cloud.Messages.ChunkTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of messages: done, to come again, given up. */
class SqsBatchTest {
  private static final String JOB = "Zk3vX0nq8mR2tYbW5sLd1A";

  private final Sample.Call call = new Sample.Call();
  private final List<Integer> worked = new ArrayList<>();
  private final List<Integer> givenUp = new ArrayList<>();

  /**
   * Chunk 1 fails, chunk 2 is somebody else's for now, and chunk 3 is not to blame for anything.
   */
  private final SqsBatch<ChunkTask> batch =
      new SqsBatch<>(
          Messages::chunkTask,
          task -> {
            if (task.chunk() == 1) {
              throw new IOException("the disk is full");
            }
            worked.add(task.chunk());
            return task.chunk() != 2;
          },
          task -> {
            givenUp.add(task.chunk());
            return task.chunk() != 3;
          });

  @Test
  void onlyWhatFailsOrIsToWaitComesAgain() {
    assertEquals(
        List.of("b", "c"),
        failed(batch.handle(batch(chunk("a", 0, 1), chunk("b", 1, 1), chunk("c", 2, 1)), call)));
    assertEquals(List.of(0, 2), worked);
    assertTrue(call.log().contains("the disk is full"), call.log());
  }

  @Test
  void aMessageThatNobodyUnderstandsStopsNoOther() {
    for (String body :
        List.of(
            "", "hello", "[]", "{}", "{\"job\":\"" + JOB + "\"}", "{\"job\":\"..\",\"chunk\":1}")) {
      worked.clear();
      assertEquals(
          List.of("bad"),
          failed(batch.handle(batch(message("bad", body, 1), chunk("good", 7, 1)), call)));
      assertEquals(List.of(7), worked);
    }
    assertTrue(call.log().contains("not understood: A message is not JSON."), call.log());
  }

  @Test
  void whatWasTriedThreeTimesIsGivenUpWithoutAnotherTry() {
    assertEquals(List.of(), failed(batch.handle(batch(chunk("a", 5, 3)), call)));
    assertEquals(List.of("b"), failed(batch.handle(batch(chunk("b", 6, 4)), call)));
    assertEquals(List.of(5), worked);
    assertEquals(List.of(6), givenUp);
  }

  @Test
  void whatIsNotToBlameIsTriedOnceMore() {
    assertEquals(List.of(), failed(batch.handle(batch(chunk("a", 3, 4)), call)));
    assertEquals(List.of(3), worked);
  }

  private static SQSMessage chunk(String id, int chunk, int deliveries) {
    return message(id, "{\"job\":\"" + JOB + "\",\"chunk\":" + chunk + "}", deliveries);
  }
}
