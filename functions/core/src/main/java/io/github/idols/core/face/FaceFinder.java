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
  /**
   * Looks for faces in the whole frame. Dear: several times the cost of decoding a frame, and the
   * dearer, the smaller the faces may be.
   *
   * @param smallest height in pixels of the smallest faces that matter; a finder has a limit of its
   *     own, too
   */
  List<Detection> find(Frame frame, double smallest);

  /** Looks for faces of any size that the finder can see. */
  default List<Detection> find(Frame frame) {
    return find(frame, 0);
  }

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
