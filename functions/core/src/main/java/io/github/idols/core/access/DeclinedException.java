package io.github.idols.core.access;

/**
 * A request that is not carried out; nothing has changed. The message is a sentence for whoever
 * asked, and says what to do.
 */
public final class DeclinedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Why {
    /** The request makes no sense as it stands. */
    INVALID,
    /** There is no such thing, or it is not for whoever asked. */
    NOT_FOUND,
    /** It does not fit what is there now. */
    CONFLICT,
    /** More than is taken. */
    TOO_LARGE,
    /** A kind of file that is not taken. */
    UNSUPPORTED
  }

  private final Why why;

  public DeclinedException(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
