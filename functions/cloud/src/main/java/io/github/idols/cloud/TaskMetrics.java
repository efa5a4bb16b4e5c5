package io.github.idols.cloud;

import io.github.idols.core.job.JobId;
import java.time.Duration;
import java.util.Optional;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * A line of JSON for each task of a function: CloudWatch makes metrics of it (the embedded metric
 * format), and finds it by its job and chunk. Where there is no Lambda, nothing is said. Not safe
 * for use by several threads, as a handler is not.
 */
final class TaskMetrics {
  private static final String NAMESPACE = "idols";

  private final Optional<Metrics> metrics;

  private TaskMetrics(Optional<Metrics> metrics) {
    this.metrics = metrics;
  }

  /** Those of this function, by its name: two deployments in one account stay apart. */
  static TaskMetrics of(Settings settings) {
    return new TaskMetrics(
        settings
            .function()
            .map(
                name ->
                    MetricsBuilder.builder().withNamespace(NAMESPACE).withService(name).build()));
  }

  /**
   * Tells of a task.
   *
   * @param task what it was; its job and chunk are told, where it has them
   * @param done whether it is done, and will not come again
   */
  void report(Object task, Duration took, boolean done) {
    metrics.ifPresent(
        to ->
            to.flushMetrics(
                line -> {
                  line.addMetric("Duration", (double) took.toMillis(), MetricUnit.MILLISECONDS);
                  line.addMetric(done ? "Done" : "Failed", 1, MetricUnit.COUNT);
                  describe(task, line);
                }));
  }

  private static void describe(Object task, Metrics line) {
    if (task instanceof Messages.ChunkTask chunk) {
      line.addMetadata("job", chunk.job().value());
      line.addMetadata("chunk", chunk.chunk());
    } else if (task instanceof Messages.StepTask step) {
      line.addMetadata("job", step.job().value());
      line.addMetadata("step", step.step().name());
    } else if (task instanceof JobId job) {
      line.addMetadata("job", job.value());
    }
  }
}
