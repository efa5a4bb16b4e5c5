package io.github.idols.core.label;

import java.io.IOException;

/** A labels file that cannot be used; the message names the file, the line and what is wrong. */
public final class LabelsFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public LabelsFormatException(String message) {
    super(message);
  }
}
