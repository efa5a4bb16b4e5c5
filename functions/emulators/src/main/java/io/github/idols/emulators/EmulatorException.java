package io.github.idols.emulators;

/** Says in one sentence, meant for whoever started the program, why an emulator cannot run. */
public final class EmulatorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EmulatorException(String message) {
    super(message);
  }

  EmulatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
