package io.github.idols.core.gallery;

import io.github.idols.core.face.Embedding;
import java.util.Optional;

/** How far a picture is on its way into a gallery. */
public sealed interface PictureState {
  /** Announced; it has not been looked at yet. */
  record Waiting() implements PictureState {}

  /**
   * Part of the gallery.
   *
   * @param embedding the person's face
   * @param faceSize shorter side of the face in pixels
   * @param score how sure the finder is that it is a face, 0 to 1
   * @param traits what else the picture shows; nothing of pictures that were taken before traits
   *     were kept
   */
  record Taken(Embedding embedding, double faceSize, double score, Optional<PictureTraits> traits)
      implements PictureState {}

  /**
   * Of no use.
   *
   * @param reason a few words, for instance {@code no face found}
   */
  record Refused(String reason) implements PictureState {}
}
