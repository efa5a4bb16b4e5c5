package io.github.idols.cloud;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.github.idols.core.job.GiveUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works through the messages that a queue hands over, one after another, and names those that have
 * to come again: the queue must take partial failures ({@code ReportBatchItemFailures}).
 *
 * <p>A message is tried {@link GiveUp#TRIES} times. When it comes once more, which it does too when
 * each try ended the process, its job is given up and it goes to the queue's dead letters: the
 * queue's {@code maxReceiveCount} must be one more than the tries.
 *
 * @param <T> what a message says
 */
public final class SqsBatch<T> {
  private final TaskMetrics metrics = TaskMetrics.of(Settings.fromEnvironment());
  private final Function<String, T> decoder;
  private final Work<T> work;
  private final Predicate<T> giveUp;
  private final Function<T, String> remark;

  /** What is done about a message. */
  public interface Work<T> {
    /** False when it is to come again. */
    boolean run(T task) throws IOException;
  }

  /**
   * A way to work.
   *
   * @param decoder may throw a {@link BadMessageException}
   * @param giveUp ends what a message belongs to; false when the message was not to blame and may
   *     be tried once more
   */
  public SqsBatch(Function<String, T> decoder, Work<T> work, Predicate<T> giveUp) {
    this(decoder, work, giveUp, task -> "");
  }

  /**
   * A way to work that has something to say in the end.
   *
   * @param remark what the log says of a task that is done
   */
  public SqsBatch(
      Function<String, T> decoder, Work<T> work, Predicate<T> giveUp, Function<T, String> remark) {
    this.decoder = decoder;
    this.work = work;
    this.giveUp = giveUp;
    this.remark = remark;
  }

  /** Works through the messages; throws nothing because of them. */
  public SQSBatchResponse handle(SQSEvent event, LambdaLogger log) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      if (!isDone(message, log)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean isDone(SQSMessage message, LambdaLogger log) {
    long start = System.nanoTime();
    String what = "message " + message.getMessageId();
    Object reported = message;
    boolean done = false;
    String outcome;
    try {
      T task = decoder.apply(message.getBody());
      what = task.toString();
      reported = task;
      if (deliveries(message) > GiveUp.TRIES && giveUp.test(task)) {
        outcome = "given up";
      } else {
        done = work.run(task);
        outcome = done ? "done" + remark.apply(task) : "to come again";
      }
    } catch (BadMessageException e) {
      outcome = "not understood: " + e.getMessage();
    } catch (IOException | RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      outcome = "failed: " + trace;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    log.log("%s after %d ms: %s%n".formatted(what, took.toMillis(), outcome.strip()));
    metrics.report(reported, took, done);
    return done;
  }

  private static int deliveries(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
  }
}
