package io.github.idols.core.classify;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;

/**
 * A person's mean face, in focus and made soft: a soft face is held against one that is as soft.
 *
 * @param full of the faces as they are
 * @param half of the faces as they look at {@link Detail#HALF}
 * @param quarter of the faces as they look at {@link Detail#QUARTER}
 */
public record Means(Embedding full, Embedding half, Embedding quarter) {
  /** The mean to hold against a face that shows so much. */
  public Embedding at(Detail detail) {
    return switch (detail) {
      case FULL -> full;
      case HALF -> half;
      case QUARTER -> quarter;
    };
  }
}
