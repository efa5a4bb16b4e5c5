package io.github.idols.local.stack;

/** Says in one sentence, meant for whoever started the program, why the stack cannot run. */
public final class StackException extends Exception {
  private static final long serialVersionUID = 1L;

  StackException(String message) {
    super(message);
  }

  StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
