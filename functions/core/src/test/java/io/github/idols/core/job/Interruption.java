package io.github.idols.core.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntFunction;

/** Has something happen right before or after a worker's n-th call of a port. */
public final class Interruption {
  /** The end of a worker: whatever it does then, cleaning up too, reaches nobody. */
  public static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died() {
      super("died", null, false, false);
    }
  }

  private final int call;
  private final boolean after;
  private final Runnable event;
  private int calls;
  private boolean dead;

  private Interruption(int call, boolean after, Runnable event) {
    this.call = call;
    this.after = after;
    this.event = event;
  }

  public static Interruption none() {
    return new Interruption(-1, false, () -> {});
  }

  /** Something that the worker does not notice at once. */
  public static Interruption event(int call, boolean after, Runnable event) {
    return new Interruption(call, after, event);
  }

  public static Interruption death(int call, boolean after) {
    return new Interruption(
        call,
        after,
        () -> {
          throw new Died();
        });
  }

  /** A whole run that is interrupted once. */
  public interface Attempt {
    void run(Interruption interruption, int call) throws Exception;
  }

  /**
   * Runs with the interruption at a call, at the next one and so on, until a run has no such call.
   *
   * @param first from 1
   * @return the call that the last run did not come to
   */
  public static int atEachCall(int first, IntFunction<Interruption> interruption, Attempt attempt)
      throws Exception {
    int call = first - 1;
    Interruption latest;
    do {
      call++;
      latest = interruption.apply(call);
      attempt.run(latest, call);
    } while (latest.happened());
    return call;
  }

  public boolean happened() {
    return calls >= call;
  }

  /** How many there were so far. */
  synchronized int calls() {
    return calls;
  }

  /** Another worker begins where one died. */
  public void replace() {
    dead = false;
  }

  public <T> T watch(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              begin();
              Object result;
              try {
                result = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              end();
              return result;
            }));
  }

  private synchronized void begin() {
    if (dead) {
      throw new Died();
    }
    calls++;
    if (calls == call && !after) {
      happen();
    }
  }

  private synchronized void end() {
    if (calls == call && after) {
      happen();
    }
  }

  private void happen() {
    try {
      event.run();
    } catch (Died e) {
      dead = true;
      throw e;
    }
  }
}
