package io.github.idols.local.client;

import java.io.IOException;

/** The API said no; the message is its sentence. */
public final class RefusedRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }
}
