package io.github.idols.vision.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** FFmpeg's error texts and its log. All methods may be called by several threads at once. */
public final class Ffmpeg {
  private static final int LONGEST_MESSAGE = 256;

  private Ffmpeg() {}

  /**
   * Keeps FFmpeg from writing to the standard error stream, which belongs to the command line: what
   * goes wrong is told by exceptions. Cheap, and harmless when called again.
   */
  public static void quiet() {
    av_log_set_level(AV_LOG_QUIET);
  }

  /** FFmpeg's own words for a negative result of one of its functions. */
  public static String message(int error) {
    byte[] text = new byte[LONGEST_MESSAGE];
    av_strerror(error, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
