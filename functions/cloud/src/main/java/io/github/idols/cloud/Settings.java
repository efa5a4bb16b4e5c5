package io.github.idols.cloud;

import io.github.idols.core.cost.Processor;
import io.github.idols.core.job.Meter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names of the buckets, tables and queues to work with. A function has only those that it uses, so
 * a missing one is told when it is asked for.
 */
public final class Settings {
  /** What can be set, by its name in the environment. */
  public enum Name {
    /** Bucket of videos and pictures that people upload. */
    UPLOADS_BUCKET,
    /** Bucket of everything that is made from them. */
    RESULTS_BUCKET,
    /** Bucket that the page is served from. */
    SITE_BUCKET,
    JOBS_TABLE,
    GALLERIES_TABLE,
    RECOGNIZE_QUEUE_URL,
    RENDER_QUEUE_URL,
    STITCH_QUEUE_URL
  }

  /** Set to {@code true} where servers other than Amazon's want buckets named in the path. */
  private static final String PATH_STYLE = "S3_PATH_STYLE";

  /** Set by Lambda itself: megabytes. */
  private static final String MEMORY = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /** Those of this process. */
  public static Settings fromEnvironment() {
    return new Settings(System.getenv());
  }

  /** Those that are named. */
  public static Settings of(Map<Name, String> values) {
    return new Settings(
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }

  /**
   * One of them.
   *
   * @throws IllegalStateException when it is not set
   */
  public String get(Name name) {
    String value = values.get(name.name());
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The environment variable " + name + " is not set: see template.yaml for its value.");
    }
    return value;
  }

  /** What this function runs on; where it is not Lambda, as if it was the usual one. */
  public Meter.Machine machine() {
    int megabytes = Integer.parseInt(values.getOrDefault(MEMORY, Integer.toString(Meter.ONE_CORE)));
    return new Meter.Machine(megabytes, Processor.ofThisMachine());
  }

  /** Whether buckets are named in the path of addresses instead of in the host's name. */
  boolean isPathStyle() {
    return Boolean.parseBoolean(values.get(PATH_STYLE));
  }

  /** The name of this function, where it is one of Lambda's; set by Lambda itself. */
  Optional<String> function() {
    return Optional.ofNullable(values.get("AWS_LAMBDA_FUNCTION_NAME"));
  }
}
