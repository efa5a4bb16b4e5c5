package io.github.idols.core.gallery;

import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;

/** What came out of looking at a picture that somebody brought for the gallery. */
public sealed interface PictureCheck {
  /**
   * The picture is usable.
   *
   * @param embedding the person's face
   * @param face where it is, in pixels of the picture
   */
  record Accepted(Embedding embedding, Detection face) implements PictureCheck {}

  /**
   * The picture is not usable.
   *
   * @param reason a few words that follow the file's name and a colon, for instance {@code no face
   *     found}
   */
  record Refused(String reason) implements PictureCheck {}
}
