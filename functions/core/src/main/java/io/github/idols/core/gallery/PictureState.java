package io.github.idols.core.gallery;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.SoftFaces;
import java.util.Optional;

/** How far a picture is on its way into a gallery. */
public sealed interface PictureState {
  /** Announced; it has not been looked at yet. */
  record Waiting() implements PictureState {}

  /**
   * Part of the gallery.
   *
   * @param embedding the person's face
   * @param soft the face made soft; nothing of pictures that were taken before this was kept
   * @param faceSize shorter side of the face in pixels
   * @param score how sure the finder is that it is a face, 0 to 1
   * @param traits what else the picture shows; nothing of pictures that were taken before traits
   *     were kept
   */
  record Taken(
      Embedding embedding,
      Optional<SoftFaces> soft,
      double faceSize,
      double score,
      Optional<PictureTraits> traits)
      implements PictureState {
    /** What faces are held against. */
    public Picture picture(String file) {
      return new Picture(file, embedding, soft);
    }
  }

  /**
   * Of no use.
   *
   * @param reason a few words, for instance {@code no face found}
   */
  record Refused(String reason) implements PictureState {}
}
