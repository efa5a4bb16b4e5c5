package io.github.idols.core.label;

import io.github.idols.core.video.VideoInfo;
import java.util.List;

/** When frames are on screen, in seconds of the video. */
final class FrameTimes {
  private final List<Long> pts;
  private final double tick;
  private final double lastFrameSeconds;

  FrameTimes(Labels labels) {
    VideoInfo video = labels.video();
    pts = labels.framePts();
    tick = video.timeBase().value();
    // The container says how long the last frame stays only by its total length, which sound may
    // stretch: it is taken to stay as long as the one before it.
    int n = pts.size();
    double rate = video.frameRate().value();
    lastFrameSeconds = n > 1 ? (pts.get(n - 1) - pts.get(n - 2)) * tick : rate > 0 ? 1 / rate : 0;
  }

  /** When a frame appears. */
  double start(long frame) {
    return pts.get(Math.toIntExact(frame)) * tick;
  }

  /** When a frame goes. */
  double end(long frame) {
    return frame + 1 < pts.size() ? start(frame + 1) : start(frame) + lastFrameSeconds;
  }
}
