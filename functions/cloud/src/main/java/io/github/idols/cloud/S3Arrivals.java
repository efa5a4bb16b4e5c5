package io.github.idols.cloud;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Works through the objects whose arrival an event of S3 tells. What the work throws is thrown on,
 * so that the event comes again; what is done already must then be passed over quickly.
 *
 * @param <T> what an object's key says
 */
public final class S3Arrivals<T> {
  private final TaskMetrics metrics = TaskMetrics.of(Settings.fromEnvironment());
  private final Function<String, Optional<T>> decoder;
  private final Work<T> work;

  /** What is done about an object. */
  public interface Work<T> {
    void run(T arrived) throws IOException;
  }

  /**
   * A way to work.
   *
   * @param decoder understands keys; objects with others are passed over
   */
  public S3Arrivals(Function<String, Optional<T>> decoder, Work<T> work) {
    this.decoder = decoder;
    this.work = work;
  }

  /**
   * Works through them.
   *
   * @throws UncheckedIOException where the work throws an {@link IOException}
   */
  public void handle(S3Event event, LambdaLogger log) {
    for (var entry : event.getRecords()) {
      Optional<T> arrived = decoder.apply(entry.getS3().getObject().getUrlDecodedKey());
      if (arrived.isPresent()) {
        work(arrived.get(), log);
      }
    }
  }

  private void work(T arrived, LambdaLogger log) {
    long start = System.nanoTime();
    boolean done = false;
    try {
      work.run(arrived);
      done = true;
    } catch (IOException e) {
      throw new UncheckedIOException(arrived + " failed", e);
    } finally {
      metrics.report(arrived, Duration.ofNanos(System.nanoTime() - start), done);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    log.log("%s after %d ms: done%n".formatted(arrived, took.toMillis()));
  }
}
