package io.github.idols.vision.video;

import io.github.idols.core.video.VideoLimits;
import java.time.Duration;

/**
 * What the gate lets through.
 *
 * @param maxPixels width times height of a frame
 * @param maxSide pixels of a frame's longer side
 * @param minSide pixels of a frame's shorter side
 * @param maxStreams video, sound and other tracks together
 * @param maxDuration length of the video
 * @param maxFrameRate frames a second, on average
 * @param maxIndexBytes size of an MP4's index; 4 hours at 60 frames a second take about 17 MB
 * @param probeBytes how much is read at most to find out what the tracks hold
 * @param watchdog how long opening may take
 */
public record GateLimits(
    long maxPixels,
    int maxSide,
    int minSide,
    int maxStreams,
    Duration maxDuration,
    double maxFrameRate,
    long maxIndexBytes,
    long probeBytes,
    Duration watchdog) {

  /** What the page tells before the upload, and what only somebody who looks inside can tell. */
  public static GateLimits defaults() {
    VideoLimits told = VideoLimits.defaults();
    return new GateLimits(
        told.maxPixels(),
        told.maxSide(),
        told.minSide(),
        16,
        told.maxDuration(),
        240,
        128L << 20,
        5L << 20,
        Duration.ofSeconds(20));
  }
}
