package io.github.idols.vision.video;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoPlanning;
import java.io.IOException;

/** Plans through the gate. Immutable and safe for use by several threads. */
public final class PlanVideo implements VideoPlanning {
  private final VideoGate gate;
  private final VideoPlanner planner;

  public PlanVideo(VideoGate gate, VideoPlanner planner) {
    this.gate = gate;
    this.planner = planner;
  }

  @Override
  public Plan plan(MediaSource video) throws RefusedException, IOException {
    try (OpenVideo open = gate.open(video)) {
      return planner.plan(open);
    }
  }
}
