package io.github.idols.api;

import io.github.idols.core.job.VideoUploads;
import io.github.idols.core.video.VideoLimits;
import java.util.List;

/** The route that tells what a video may be, so that nobody uploads what will be refused. */
final class LimitRoutes {
  private record Limits(
      long bytes,
      long seconds,
      long pixels,
      int longerSide,
      int shorterSide,
      List<String> kinds,
      long uploadDays) {}

  List<Route> routes() {
    return List.of(new Route("GET", "/limits", request -> Reply.ok(limits())));
  }

  private static Limits limits() {
    VideoLimits limits = VideoLimits.defaults();
    return new Limits(
        limits.maxBytes(),
        limits.maxDuration().toSeconds(),
        limits.maxPixels(),
        limits.maxSide(),
        limits.minSide(),
        limits.kinds(),
        VideoUploads.KEPT.toDays());
  }
}
