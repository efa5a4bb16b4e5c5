package io.github.idols.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Calls functions for messages and events. Who waits for work costs nothing; how much is done at a
 * time is a matter of permits, which several functions may share. Safe for use by several threads.
 */
public final class LambdaHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LambdaHost.class);

  private final SqsClient sqs;
  private final Duration grace;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor timer;
  private final CopyOnWriteArrayList<Thread> dispatchers = new CopyOnWriteArrayList<>();

  /**
   * A queue and its manners.
   *
   * @param visibility how long a received message stays hidden unless somebody says that it is
   *     still being worked on, which is said as long as it is; whole seconds, at least 1
   * @param firstDelay after which a message that failed comes back; twice that the next time, and
   *     so on; whole seconds
   */
  public record Queue(String name, String url, Duration visibility, Duration firstDelay) {}

  /**
   * Starts nothing yet.
   *
   * @param sqs stays the caller's
   * @param grace how long closing waits for calls that are under way
   */
  public LambdaHost(SqsClient sqs, Duration grace) {
    this.sqs = sqs;
    this.grace = grace;
    this.workers = Executors.newCachedThreadPool(daemons("lambda"));
    this.timer = new ScheduledThreadPoolExecutor(1, daemons("lambda-timer"));
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Has a function called for each message of a queue, as with a batch size of 1 and
   * ReportBatchItemFailures.
   *
   * @param permits as many calls at a time
   */
  public void onMessages(
      LambdaFunction<SQSEvent, SQSBatchResponse> function, Queue queue, Semaphore permits) {
    begin(new QueueSource(sqs, queue, timer), function, permits);
  }

  /**
   * Has a function called for events that nobody waits for: three tries each.
   *
   * @param permits as many calls at a time
   * @param firstDelay before the second try; twice that before the third
   * @param givenUp is told of events that no try could handle, as JSON
   * @return takes the events, as JSON; it returns at once
   */
  public Consumer<byte[]> onEvents(
      LambdaFunction<?, ?> function,
      Semaphore permits,
      Duration firstDelay,
      Consumer<byte[]> givenUp) {
    AsyncSource source = new AsyncSource(timer, firstDelay, givenUp);
    begin(source, function, permits);
    return source::add;
  }

  private void begin(EventSource source, LambdaFunction<?, ?> function, Semaphore permits) {
    Thread thread =
        daemons("events of " + function.name())
            .newThread(new Dispatcher(source, function, permits, workers, timer));
    dispatchers.add(thread);
    thread.start();
  }

  /**
   * Takes no more work and waits a little for what is under way. What is not done by then goes on
   * by itself until the program ends; its messages are not deleted.
   */
  @Override
  public void close() {
    workers.shutdown();
    dispatchers.forEach(Thread::interrupt);
    try {
      if (!workers.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("closed in the middle of work");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    timer.shutdownNow();
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + " " + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
