package io.github.idols.vision.face;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.face.SoftFaces;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.video.Frame;

/**
 * Takes a picture for its face, or refuses it with a reason. Not safe for use by several threads.
 */
public final class CheckPicture {
  private final FaceFinder finder;
  private final FaceEmbedder embedder;
  private final FaceChoice.Rule rule;

  /** Checks pictures for a gallery: it must be clear which face is the person's. */
  public CheckPicture(FaceFinder finder, FaceEmbedder embedder) {
    this(finder, embedder, FaceChoice::of);
  }

  /** Checks pictures by a rule of one's own. */
  public CheckPicture(FaceFinder finder, FaceEmbedder embedder, FaceChoice.Rule rule) {
    this.finder = finder;
    this.embedder = embedder;
    this.rule = rule;
  }

  public PictureCheck check(Frame picture) {
    FaceChoice choice = rule.choose(finder.find(picture), picture.width(), picture.height());
    if (choice instanceof FaceChoice.None none) {
      return new PictureCheck.Refused(none.reason());
    }
    Detection face = ((FaceChoice.Chosen) choice).face();
    AlignedFace aligned = embedder.align(picture, face.landmarks());
    return new PictureCheck.Accepted(
        embedder.embed(aligned),
        SoftFaces.of(aligned, embedder),
        face,
        PictureTraits.of(face.landmarks(), aligned));
  }
}
