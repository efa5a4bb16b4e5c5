package io.github.idols.core.binary;

import java.io.IOException;

/** A file is not of the kind that was expected, of another version, or not whole. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public DamagedFileException(String reason) {
    super(reason);
  }

  public DamagedFileException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
