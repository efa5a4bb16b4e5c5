package io.github.idols.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function as it is deployed: events come in and answers go out as JSON, read and written by
 * AWS's own library. A handler is called by one thread at a time and kept for the next call, unless
 * it failed with an {@link Error}. Safe for use by several threads.
 *
 * @param <E> its event
 * @param <R> its answer; {@link Void} where there is none
 */
public final class LambdaFunction<E, R> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LambdaFunction.class);

  private final String name;
  private final Duration timeout;
  private final Supplier<? extends RequestHandler<E, R>> maker;
  private final PojoSerializer<E> events;
  private final Optional<PojoSerializer<R>> answers;
  private final ConcurrentLinkedDeque<RequestHandler<E, R>> idle = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes no handler yet.
   *
   * @param timeout how long one call may take
   * @param maker makes a handler; those that are {@link AutoCloseable} are closed with the function
   */
  public LambdaFunction(
      String name,
      Class<E> event,
      Class<R> answer,
      Duration timeout,
      Supplier<? extends RequestHandler<E, R>> maker) {
    this.name = name;
    this.timeout = timeout;
    this.maker = maker;
    ClassLoader loader = LambdaFunction.class.getClassLoader();
    events = LambdaEventSerializers.serializerFor(event, loader);
    answers =
        answer == Void.class
            ? Optional.empty()
            : Optional.of(LambdaEventSerializers.serializerFor(answer, loader));
  }

  public String name() {
    return name;
  }

  Duration timeout() {
    return timeout;
  }

  /**
   * Calls it on this thread. What the handler throws comes out as it is.
   *
   * @param event as JSON in UTF-8
   * @return the answer as JSON in UTF-8; {@code null} in JSON where there is none
   */
  public byte[] invoke(byte[] event) {
    Context context =
        new InvocationContext(name, UUID.randomUUID().toString(), System.nanoTime(), timeout);
    RequestHandler<E, R> kept = idle.pollFirst();
    RequestHandler<E, R> handler = kept == null ? maker.get() : kept;
    boolean usable = false;
    try {
      R answer = handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context);
      usable = true;
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      answers.ifPresentOrElse(
          form -> form.toJson(answer, json),
          () -> json.writeBytes(new byte[] {'n', 'u', 'l', 'l'}));
      return json.toByteArray();
    } catch (RuntimeException e) {
      usable = true;
      throw e;
    } finally {
      // After an Error nobody knows in what state it is. The newest is used first, as AWS does.
      if (usable && !closed.get()) {
        idle.addFirst(handler);
      } else {
        close(handler);
      }
      if (closed.get()) {
        close();
      }
    }
  }

  /** Closes handlers that are at rest; those at work are closed when they are done. */
  @Override
  public void close() {
    closed.set(true);
    for (RequestHandler<E, R> handler = idle.pollFirst();
        handler != null;
        handler = idle.pollFirst()) {
      close(handler);
    }
  }

  private void close(RequestHandler<E, R> handler) {
    if (handler instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        LOG.warn("a handler of {} does not close", name, e);
      }
    }
  }
}
