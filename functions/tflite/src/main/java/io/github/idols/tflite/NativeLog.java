package io.github.idols.tflite;

import com.sun.jna.NativeLibrary;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/** What TensorFlow Lite itself prints on standard error. */
final class NativeLog {
  /** {@code tflite::LoggerOptions::SetMinimumLogSeverity}, which bytedeco's classes leave out. */
  private static final String SET_MINIMUM =
      "_ZN6tflite13LoggerOptions21SetMinimumLogSeverityENS_11LogSeverityE";

  /** {@code TFLITE_LOG_WARNING}. */
  private static final int WARNING = 2;

  private NativeLog() {}

  /** Keeps warnings and errors, and leaves out the line that says that XNNPACK is in use. */
  static void onlyWarnings() {
    String library = Loader.load(tensorflowlite.class);
    try {
      NativeLibrary.getInstance(library)
          .getFunction(SET_MINIMUM)
          .invokeVoid(new Object[] {WARNING});
    } catch (UnsatisfiedLinkError e) {
      // Another compiler's names: then the line stays, and nothing else changes.
      return;
    }
  }
}
