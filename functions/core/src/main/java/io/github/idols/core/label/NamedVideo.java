package io.github.idols.core.label;

import java.nio.file.Path;
import java.util.List;

/**
 * A video whose faces have names, and where its chunks begin: all that is needed to draw it.
 *
 * @param labels the whole video's
 * @param firstFrames number of the first frame of each chunk, in the order of the chunks
 */
public record NamedVideo(Labels labels, List<Long> firstFrames) {
  public NamedVideo {
    firstFrames = List.copyOf(firstFrames);
  }

  /** The same video with the faces of one person alone. */
  public NamedVideo of(String person) {
    return new NamedVideo(
        new Labels(
            labels.video(),
            labels.framePts(),
            labels.people(),
            labels.shots(),
            labels.labels().stream().filter(label -> label.name().equals(person)).toList()),
        firstFrames);
  }

  /** How many frames a chunk has. */
  public long frames(int chunk) {
    long end = chunk + 1 < firstFrames.size() ? firstFrames.get(chunk + 1) : labels.frames();
    return end - firstFrames.get(chunk);
  }

  /**
   * What {@link VideoDrawing#render} said of a chunk, for somebody who has the file only.
   *
   * @param file the chunk's, as it was drawn by these labels
   * @throws IllegalArgumentException when there is no such chunk, or it has no frame
   */
  public RenderedChunk rendered(int chunk, Path file) {
    if (chunk < 0 || chunk >= firstFrames.size() || frames(chunk) <= 0) {
      throw new IllegalArgumentException("there is no chunk " + chunk + " with frames");
    }
    long first = firstFrames.get(chunk);
    return new RenderedChunk(file, labels.framePts().get(Math.toIntExact(first)), frames(chunk));
  }
}
