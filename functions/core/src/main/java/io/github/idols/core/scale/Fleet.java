package io.github.idols.core.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * A function behind a queue: copies of it that work on one message at a time, the first come first
 * served. A copy that is free takes the next message at once; a new one starts cold.
 */
final class Fleet {
  private record Message(double work, Runnable then) {}

  private final Agenda agenda;
  private final Growth growth;
  private final double coldStart;
  private final Consumer<Double> busy;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private int idle;
  private int working;
  private double activeSince = Double.NaN;
  private boolean waking;

  /**
   * @param warm copies that are there from the start
   * @param busy told the seconds of each piece of work, cold starts included
   */
  Fleet(Agenda agenda, Growth growth, double coldStart, int warm, Consumer<Double> busy) {
    this.agenda = agenda;
    this.growth = growth;
    this.coldStart = coldStart;
    this.idle = warm;
    this.busy = busy;
  }

  /**
   * A message has come.
   *
   * @param work seconds
   * @param then happens when it is done
   */
  void take(double work, Runnable then) {
    if (waiting.isEmpty() && working == 0) {
      activeSince = agenda.now();
    }
    waiting.add(new Message(work, then));
    serve();
  }

  private void serve() {
    while (!waiting.isEmpty() && working < growth.allowed(agenda.now() - activeSince)) {
      Message message = waiting.remove();
      double start = idle > 0 ? 0 : coldStart;
      idle = Math.max(0, idle - 1);
      working++;
      busy.accept(start + message.work());
      agenda.after(
          start + message.work(),
          () -> {
            working--;
            idle++;
            message.then().run();
            serve();
          });
    }
    wakeWhenMoreAreAllowed();
  }

  private void wakeWhenMoreAreAllowed() {
    double wait = growth.until(working + 1) - (agenda.now() - activeSince);
    if (!waiting.isEmpty() && !waking && wait > 0 && !Double.isInfinite(wait)) {
      waking = true;
      agenda.after(
          wait,
          () -> {
            waking = false;
            serve();
          });
    }
  }
}
