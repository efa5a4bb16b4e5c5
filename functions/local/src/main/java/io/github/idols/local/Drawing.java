package io.github.idols.local;

import io.github.idols.core.label.VideoDrawing;
import java.io.IOException;
import java.nio.file.Path;

/** Labels being drawn on one video, with a contact sheet. Safe for use by several threads. */
interface Drawing extends VideoDrawing {
  /**
   * Writes a JPEG picture of drawn frames from all over the video.
   *
   * @throws IOException when it cannot be written
   */
  void contactSheet(Path out) throws IOException;
}
