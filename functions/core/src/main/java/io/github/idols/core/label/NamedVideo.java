package io.github.idols.core.label;

import java.util.List;

/**
 * The labels of a whole video, with what is needed to draw them chunk by chunk.
 *
 * @param firstFrames for each chunk the number of its first frame in the whole video
 */
public record NamedVideo(Labels labels, List<Long> firstFrames) {
  public NamedVideo {
    firstFrames = List.copyOf(firstFrames);
  }
}
