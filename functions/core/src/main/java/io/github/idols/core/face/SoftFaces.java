package io.github.idols.core.face;

/**
 * The face of a picture as it would look in a video where it is small or blurred.
 *
 * @param half embedding of the face without what is finer than two pixels ({@link Detail#HALF})
 * @param quarter without what is finer than four ({@link Detail#QUARTER})
 */
public record SoftFaces(Embedding half, Embedding quarter) {
  /** Softens a face and embeds what is left. */
  public static SoftFaces of(AlignedFace face, FaceEmbedder embedder) {
    return new SoftFaces(embedder.embed(face.softened(2)), embedder.embed(face.softened(4)));
  }
}
