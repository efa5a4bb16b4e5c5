package io.github.idols.core.label;

import java.util.List;

/**
 * Pictures that were taken of a chunk's frames while these went by to be drawn on.
 *
 * @param faces in the order of their frames
 */
public record ChunkPictures(List<FacePicture> faces) {
  /** Of a chunk of which none was taken. */
  public static final ChunkPictures NONE = new ChunkPictures(List.of());

  public ChunkPictures {
    faces = List.copyOf(faces);
  }
}
