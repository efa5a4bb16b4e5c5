package io.github.idols.core.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Ports at whose calls something happens: another process does something, or this one dies. */
final class Calls {
  /** The process is dead. */
  static final class Dead extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Consumer<String> before;
  private int made;

  /**
   * Watches calls.
   *
   * @param before takes the name of each method before it is called
   */
  Calls(Consumer<String> before) {
    this.before = before;
  }

  /** Dies at the call of this number, counted from 0 over all ports. */
  static Calls dyingAt(int number) {
    Calls[] self = new Calls[1];
    self[0] =
        new Calls(
            name -> {
              if (self[0].made > number) {
                throw new Dead();
              }
            });
    return self[0];
  }

  /** The port as the process sees it. */
  <T> T of(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              made++;
              before.accept(method.getName());
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  int made() {
    return made;
  }
}
