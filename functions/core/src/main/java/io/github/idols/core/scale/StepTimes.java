package io.github.idols.core.scale;

import java.util.List;

/**
 * What a step takes on one core, in seconds.
 *
 * @param fixed for each call
 * @param perVideoSecond for each second of video in it
 */
public record StepTimes(double fixed, double perVideoSecond) {
  /**
   * What was measured.
   *
   * @param calls how often the step ran
   * @param videoSeconds of all calls together
   * @param seconds of all calls together
   */
  public record Sample(int calls, double videoSeconds, double seconds) {}

  /**
   * The times that fit best what was measured (least squares). Where all samples have as many calls
   * for as much video, or a call would take less than no time, all goes by the second of video.
   *
   * @throws IllegalArgumentException when there is no sample, or none with video
   */
  public static StepTimes fit(List<Sample> samples) {
    double callsCalls = 0;
    double callsVideo = 0;
    double videoVideo = 0;
    double callsTime = 0;
    double videoTime = 0;
    for (Sample each : samples) {
      callsCalls += (double) each.calls() * each.calls();
      callsVideo += each.calls() * each.videoSeconds();
      videoVideo += each.videoSeconds() * each.videoSeconds();
      callsTime += each.calls() * each.seconds();
      videoTime += each.videoSeconds() * each.seconds();
    }
    if (!(videoVideo > 0)) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double determinant = callsCalls * videoVideo - callsVideo * callsVideo;
    // Of numbers that all came from one length nothing but rounding is left.
    double fixed =
        determinant > 1e-9 * callsCalls * videoVideo
            ? (callsTime * videoVideo - videoTime * callsVideo) / determinant
            : 0;
    return fixed > 0
        ? new StepTimes(fixed, (videoTime - fixed * callsVideo) / videoVideo)
        : new StepTimes(0, videoTime / videoVideo);
  }

  double of(double videoSeconds) {
    return fixed + perVideoSecond * videoSeconds;
  }
}
