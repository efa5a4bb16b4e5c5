package io.github.idols.core.video;

import java.util.List;

/**
 * How a video is shared out among workers: its chunks in order, which together hold every frame
 * once.
 */
public record Plan(VideoInfo video, List<Chunk> chunks) {
  public Plan {
    chunks = List.copyOf(chunks);
  }
}
