package io.github.idols.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.idols.core.job.JobId;
import java.util.Locale;

/**
 * What is said through the queues, as JSON: {@code {"job":"...","chunk":3}} to those who work on
 * chunks, {@code {"job":"...","step":"name"}} to who works on the whole.
 */
public final class Messages {
  /** Work on one chunk. */
  public record ChunkTask(JobId job, int chunk) {}

  /** Work on a whole job. */
  public record StepTask(JobId job, Step step) {}

  /** What is done to a whole job. */
  public enum Step {
    /** Tracks of all chunks are joined and named. */
    NAME,
    /** Drawn chunks are joined. */
    JOIN;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Messages() {}

  /** The text of a message. */
  public static String encode(ChunkTask task) {
    return json(task.job()).put("chunk", task.chunk()).toString();
  }

  /** The text of a message. */
  public static String encode(StepTask task) {
    return json(task.job()).put("step", task.step().word()).toString();
  }

  /**
   * Work on one chunk.
   *
   * @throws BadMessageException when the text is something else
   */
  public static ChunkTask chunkTask(String text) {
    JsonNode json = parse(text);
    JsonNode chunk = json.path("chunk");
    if (!chunk.isInt() || chunk.intValue() < 0) {
      throw new BadMessageException("A message has no number of a chunk.");
    }
    return new ChunkTask(job(json), chunk.intValue());
  }

  /**
   * Work on a whole job.
   *
   * @throws BadMessageException when the text is something else
   */
  public static StepTask stepTask(String text) {
    JsonNode json = parse(text);
    String word = json.path("step").asText();
    for (Step step : Step.values()) {
      if (step.word().equals(word)) {
        return new StepTask(job(json), step);
      }
    }
    throw new BadMessageException("A message has no step that is known.");
  }

  private static ObjectNode json(JobId job) {
    return JSON.createObjectNode().put("job", job.value());
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadMessageException("A message is not JSON.");
    }
  }

  private static JobId job(JsonNode json) {
    String id = json.path("job").asText();
    if (!JobId.isId(id)) {
      throw new BadMessageException("A message has no job's id.");
    }
    return new JobId(id);
  }
}
