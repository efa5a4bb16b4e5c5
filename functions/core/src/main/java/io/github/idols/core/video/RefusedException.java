package io.github.idols.core.video;

/** A video or picture that the gate refuses; the message is one sentence that a fan understands. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedException(String reason) {
    super(reason);
  }
}
