package io.github.idols.vision.face;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.video.Frame;

/**
 * Takes a picture for the gallery, or refuses it with a reason. Not safe for use by several
 * threads.
 */
public final class CheckPicture {
  private final FaceFinder finder;
  private final FaceEmbedder embedder;

  public CheckPicture(FaceFinder finder, FaceEmbedder embedder) {
    this.finder = finder;
    this.embedder = embedder;
  }

  public PictureCheck check(Frame picture) {
    FaceChoice choice = FaceChoice.of(finder.find(picture), picture.width(), picture.height());
    if (choice instanceof FaceChoice.None none) {
      return new PictureCheck.Refused(none.reason());
    }
    Detection face = ((FaceChoice.Chosen) choice).face();
    AlignedFace aligned = embedder.align(picture, face.landmarks());
    return new PictureCheck.Accepted(
        embedder.embed(aligned), face, PictureTraits.of(face.landmarks(), aligned));
  }
}
