package io.github.idols.cloud;

/** Says why a message of a queue is none that the product sends. */
public final class BadMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadMessageException(String message) {
    super(message);
  }
}
