package io.github.idols.core.face;

import io.github.idols.core.video.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces in frames. Not safe for use by several threads: each worker has its own.
 *
 * <p>Boxes and landmarks are in pixels of the frame.
 */
public interface FaceFinder extends AutoCloseable {
  /** Looks for faces in the whole frame. Dear: several times the cost of decoding a frame. */
  List<Detection> find(Frame frame);

  /**
   * Looks for faces near places where they are expected. Cheap.
   *
   * @param expected where faces were a moment ago
   * @return for each place the face that is there now, or nothing
   */
  List<Optional<Detection>> follow(Frame frame, List<Box> expected);

  @Override
  void close();
}
