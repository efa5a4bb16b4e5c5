package io.github.idols.core.gallery;

import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.SoftFaces;
import java.util.Optional;

/** What came out of looking at a picture that somebody brought for the gallery. */
public sealed interface PictureCheck {
  /**
   * The picture is usable.
   *
   * @param embedding the person's face
   * @param soft the face made soft
   * @param face where it is, in pixels of the picture
   * @param traits what else the picture shows
   */
  record Accepted(Embedding embedding, SoftFaces soft, Detection face, PictureTraits traits)
      implements PictureCheck {
    /** What a gallery keeps of it. */
    public PictureState.Taken taken() {
      return new PictureState.Taken(
          embedding,
          Optional.of(soft),
          Math.min(face.box().width(), face.box().height()),
          face.score(),
          Optional.of(traits));
    }
  }

  /**
   * The picture is not usable.
   *
   * @param reason a few words that follow the file's name and a colon, for instance {@code no face
   *     found}
   */
  record Refused(String reason) implements PictureCheck {}
}
