package io.github.idols.core.classify;

import io.github.idols.core.face.WideFace;

/** What became of a picture for training. */
public sealed interface CutFace {
  /** A face was cut out. */
  record Cut(WideFace face) implements CutFace {}

  /**
   * There is no face to train on.
   *
   * @param reason a few words
   */
  record Refused(String reason) implements CutFace {}
}
