package io.github.idols.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.fancam.FancamId;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said through the queues, as JSON: {@code {"job":"...","chunk":3}} to those who work on
 * chunks, {@code {"job":"...","step":"name"}} to who works on the whole; of fancams both have a
 * {@code "fancam":"..."} too.
 */
public final class Messages {
  /**
   * Work on one chunk.
   *
   * @param fancam to be cut; none where labels are to be drawn, or faces looked for
   */
  public record ChunkTask(JobId job, int chunk, Optional<FancamId> fancam) {
    /** Work for a job itself. */
    public ChunkTask(JobId job, int chunk) {
      this(job, chunk, Optional.empty());
    }
  }

  /** Work on the whole of something. */
  public sealed interface WholeTask {
    JobId job();
  }

  /** Work on a whole job. */
  public record StepTask(JobId job, Step step) implements WholeTask {}

  /** Whatever a fancam needs next. */
  public record FancamTask(JobId job, FancamId fancam) implements WholeTask {}

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

  private static final String FANCAM = "fancam";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Messages() {}

  /** The text of a message. */
  public static String encode(ChunkTask task) {
    ObjectNode json = json(task.job()).put("chunk", task.chunk());
    task.fancam().ifPresent(fancam -> json.put(FANCAM, fancam.value()));
    return json.toString();
  }

  /** The text of a message. */
  public static String encode(WholeTask task) {
    ObjectNode json = json(task.job());
    if (task instanceof StepTask step) {
      json.put("step", step.step().word());
    } else if (task instanceof FancamTask fancam) {
      json.put("step", FANCAM).put(FANCAM, fancam.fancam().value());
    }
    return json.toString();
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
    return new ChunkTask(
        job(json),
        chunk.intValue(),
        json.has(FANCAM) ? Optional.of(fancam(json)) : Optional.empty());
  }

  /**
   * Work on the whole of something.
   *
   * @throws BadMessageException when the text is something else
   */
  public static WholeTask wholeTask(String text) {
    JsonNode json = parse(text);
    String word = json.path("step").asText();
    if (word.equals(FANCAM)) {
      return new FancamTask(job(json), fancam(json));
    }
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

  private static FancamId fancam(JsonNode json) {
    String id = json.path(FANCAM).asText();
    if (!FancamId.isId(id)) {
      throw new BadMessageException("A message has no fancam's id.");
    }
    return new FancamId(id);
  }

  private static JobId job(JsonNode json) {
    String id = json.path("job").asText();
    if (!JobId.isId(id)) {
      throw new BadMessageException("A message has no job's id.");
    }
    return new JobId(id);
  }
}
