package io.github.idols.local.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Events that are handed over and not waited for: tried three times, then given up. */
final class AsyncSource implements EventSource {
  private static final int TRIES = 3;

  private final LinkedBlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
  private final ScheduledExecutorService timer;
  private final Duration firstDelay;
  private final Consumer<byte[]> givenUp;

  /**
   * @param firstDelay before the second try; twice that before the third
   * @param givenUp gets events that no try could handle
   */
  AsyncSource(ScheduledExecutorService timer, Duration firstDelay, Consumer<byte[]> givenUp) {
    this.timer = timer;
    this.firstDelay = firstDelay;
    this.givenUp = givenUp;
  }

  void add(byte[] event) {
    waiting.add(new Try(event, 1));
  }

  @Override
  public Optional<Delivery> next() throws InterruptedException {
    return Optional.of(waiting.take());
  }

  private final class Try implements Delivery {
    private final byte[] event;
    private final int number;

    Try(byte[] event, int number) {
      this.event = event;
      this.number = number;
    }

    @Override
    public byte[] event() {
      return event;
    }

    @Override
    public void succeeded(byte[] answer) {
      // Nobody waits for the answer.
    }

    @Override
    public void failed(Throwable why) {
      if (number == TRIES) {
        givenUp.accept(event);
        return;
      }
      try {
        ScheduledFuture<?> unused =
            timer.schedule(
                () -> waiting.add(new Try(event, number + 1)),
                firstDelay.toMillis() << (number - 1),
                TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // The host is closed. What is left to do is found again at the next start.
      }
    }
  }
}
