package io.github.idols.vision.video;

import io.github.idols.core.video.Frame;

/**
 * A picture that was read from a file, upright.
 *
 * <p>Not safe for use by several threads. The frame is valid until the picture is closed; closing
 * twice does nothing.
 */
public final class Still implements AutoCloseable {
  private final Frame frame;
  private final int originalWidth;
  private final int originalHeight;
  private final Yuv memory;
  private boolean closed;

  Still(Frame frame, int originalWidth, int originalHeight, Yuv memory) {
    this.frame = frame;
    this.originalWidth = originalWidth;
    this.originalHeight = originalHeight;
    this.memory = memory;
  }

  /** The pixels, scaled down if the picture was very large. */
  public Frame frame() {
    if (closed) {
      throw new IllegalStateException("the picture is closed");
    }
    return frame;
  }

  /** Pixels from left to right of the upright picture before it was scaled. */
  public int originalWidth() {
    return originalWidth;
  }

  /** Pixels from top to bottom of the upright picture before it was scaled. */
  public int originalHeight() {
    return originalHeight;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      memory.close();
    }
  }
}
