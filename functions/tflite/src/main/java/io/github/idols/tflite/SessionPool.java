package io.github.idols.tflite;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sessions of which each running call borrows one: as many as there are calls at a time. */
final class SessionPool implements Runner {
  private final NativeModel model;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean closed;

  SessionPool(NativeModel model) {
    this.model = model;
  }

  /** An idle session, or a new one; it is the caller's to close, or to {@link #put} back. */
  synchronized Session take() {
    if (closed) {
      throw new IllegalStateException("the model " + model.name() + " is closed; load it again");
    }
    return idle.isEmpty() ? new Session(model) : idle.pop();
  }

  /** Keeps a session for the next call, or closes it when the pool is closed. */
  synchronized void put(Session session) {
    if (closed) {
      session.close();
    } else {
      idle.push(session);
    }
  }

  @Override
  public NDList run(NDList inputs, NDManager manager) {
    Session session = take();
    try {
      return session.run(inputs, manager);
    } finally {
      put(session);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Session::close);
    idle.clear();
  }
}
