package io.github.idols.local.lambda;

import java.util.Optional;

/** Where a function's events come from. Used by one thread; deliveries by any. */
interface EventSource {
  /**
   * Waits for an event.
   *
   * @return nothing after having waited for a while, or when the source is at its end
   */
  Optional<Delivery> next() throws InterruptedException;

  /** An event on its way. Exactly one of the two ends is told, once. */
  interface Delivery {
    /** The event as JSON. */
    byte[] event();

    /** The function answered. */
    void succeeded(byte[] answer);

    /** The function threw, or took too long, or never began. */
    void failed(Throwable why);
  }
}
