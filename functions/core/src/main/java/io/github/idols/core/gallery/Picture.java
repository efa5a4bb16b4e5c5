package io.github.idols.core.gallery;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.SoftFaces;
import java.util.Optional;

/**
 * A picture of a person that passed the check.
 *
 * @param file name of the file that it came from
 * @param embedding its face
 * @param soft its face made soft; nothing where only the embedding was kept
 */
public record Picture(String file, Embedding embedding, Optional<SoftFaces> soft) {
  /** A picture of which only the embedding was kept. */
  public Picture(String file, Embedding embedding) {
    this(file, embedding, Optional.empty());
  }

  /** The face to hold against one that shows so much: as soft as that, where it is known. */
  public Embedding at(Detail detail) {
    return switch (detail) {
      case FULL -> embedding;
      case HALF -> soft.map(SoftFaces::half).orElse(embedding);
      case QUARTER -> soft.map(SoftFaces::quarter).orElse(embedding);
    };
  }
}
