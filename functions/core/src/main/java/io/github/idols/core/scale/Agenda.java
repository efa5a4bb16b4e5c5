package io.github.idols.core.scale;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happens when, in simulated time. Events of the same moment happen in the order in which they
 * were put in, so that a run is the same each time. For one thread.
 */
final class Agenda {
  private record Event(double time, long number, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingLong(Event::number));
  private long numbers;
  private double now;

  /** Seconds since the start. */
  double now() {
    return now;
  }

  /** Has something happen so many seconds from now on. */
  void after(double seconds, Runnable action) {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("nothing happens " + seconds + " s from now on");
    }
    events.add(new Event(now + seconds, numbers++, action));
  }

  /** Lets everything happen. */
  void run() {
    for (Event next = events.poll(); next != null; next = events.poll()) {
      now = next.time();
      next.action().run();
    }
  }
}
