package io.github.idols.local.lambda;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events from a source and has a function called for them, each when a permit is free. */
final class Dispatcher implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final long PAUSE_MILLIS = 500;

  private final EventSource source;
  private final LambdaFunction<?, ?> function;
  private final Semaphore permits;
  private final ExecutorService workers;
  private final ScheduledExecutorService timer;

  Dispatcher(
      EventSource source,
      LambdaFunction<?, ?> function,
      Semaphore permits,
      ExecutorService workers,
      ScheduledExecutorService timer) {
    this.source = source;
    this.function = function;
    this.permits = permits;
    this.workers = workers;
    this.timer = timer;
  }

  /** Runs until its thread is interrupted or the workers are shut down. */
  @Override
  public void run() {
    while (!workers.isShutdown() && !Thread.currentThread().isInterrupted()) {
      try {
        var delivery = source.next();
        if (delivery.isPresent()) {
          dispatch(delivery.get());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (workers.isShutdown()) {
          return;
        }
        LOG.warn("{} gets no events", function.name(), e);
        pause();
      }
    }
  }

  private void dispatch(EventSource.Delivery delivery) throws InterruptedException {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      delivery.failed(e);
      throw e;
    }
    Attempt attempt = new Attempt(delivery);
    try {
      workers.execute(attempt);
    } catch (RejectedExecutionException e) {
      attempt.fail(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call; whatever becomes of it, its permit comes back and its delivery ends, once. */
  private final class Attempt implements Runnable {
    private final EventSource.Delivery delivery;
    private final AtomicBoolean settled = new AtomicBoolean();

    Attempt(EventSource.Delivery delivery) {
      this.delivery = delivery;
    }

    @Override
    public void run() {
      Thread thread = Thread.currentThread();
      ScheduledFuture<?> watchdog =
          timer.schedule(
              () -> {
                if (fail(new TimeoutException("took longer than " + function.timeout()))) {
                  thread.interrupt();
                }
              },
              function.timeout().toMillis(),
              TimeUnit.MILLISECONDS);
      try {
        byte[] answer = function.invoke(delivery.event());
        if (settled.compareAndSet(false, true)) {
          end(() -> delivery.succeeded(answer));
        }
      } catch (Throwable e) {
        // An Error too ends this call alone: the thread lives on, and the event comes again.
        fail(e);
      } finally {
        watchdog.cancel(false);
      }
    }

    boolean fail(Throwable why) {
      if (!settled.compareAndSet(false, true)) {
        return false;
      }
      LOG.warn("{} failed", function.name(), why);
      end(() -> delivery.failed(why));
      return true;
    }

    private void end(Runnable tell) {
      try {
        tell.run();
      } catch (RuntimeException e) {
        LOG.warn("the end of a call of {} could not be told", function.name(), e);
      } finally {
        permits.release();
      }
    }
  }
}
