package io.github.idols.core.video;

import java.time.Duration;
import java.util.List;

/**
 * What a video may be: the gate holds every file to it, and the page tells it before a byte is
 * sent.
 *
 * @param maxBytes size of the file
 * @param maxDuration length of the video
 * @param maxPixels width times height of a frame
 * @param maxSide pixels of a frame's longer side
 * @param minSide pixels of a frame's shorter side
 * @param kinds of files, as fans call them
 */
public record VideoLimits(
    long maxBytes,
    Duration maxDuration,
    long maxPixels,
    int maxSide,
    int minSide,
    List<String> kinds) {
  public VideoLimits {
    kinds = List.copyOf(kinds);
  }

  /** Music videos up to 4K pass; what would only burn memory and money does not. */
  public static VideoLimits defaults() {
    return new VideoLimits(
        5L << 30,
        Duration.ofHours(4),
        4096L * 2304,
        8192,
        16,
        List.of("MP4", "MOV", "MKV", "WebM"));
  }
}
