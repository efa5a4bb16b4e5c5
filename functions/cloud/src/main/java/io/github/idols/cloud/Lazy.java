package io.github.idols.cloud;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Something that is made when it is first asked for. Safe for use by several threads. */
final class Lazy<T extends SdkAutoCloseable> implements SdkAutoCloseable {
  private final Supplier<T> maker;
  private @Nullable T made;
  private boolean closed;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (made != null) {
      made.close();
      made = null;
    }
  }
}
