package io.github.idols.core.job;

import io.github.idols.core.video.VideoInfo;
import java.util.List;

/**
 * What a job tells of its plan.
 *
 * @param chunkEnds where each chunk ends, in seconds from the start of the video; roughly, for
 *     showing progress
 */
public record Outline(VideoInfo video, List<Double> chunkEnds) {
  public Outline {
    chunkEnds = List.copyOf(chunkEnds);
  }

  public int chunks() {
    return chunkEnds.size();
  }
}
