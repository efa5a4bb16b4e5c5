package io.github.idols.vision.face;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.video.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the faces of a gallery's picture, for {@link FaceChoice}: most show one large face, so that
 * is looked for first, at a quarter of the cost, and small ones only where they can change the
 * choice. Not safe for use by several threads.
 */
final class PictureFinder implements FaceFinder {
  /** Height of the faces of the first look, as a share of the picture's longer side. */
  private static final double LARGE = 0.1;

  private final FaceFinder finder;

  /**
   * @param finder for pictures of any size; closed with this one
   */
  PictureFinder(FaceFinder finder) {
    this.finder = finder;
  }

  @Override
  public List<Detection> find(Frame picture, double smallest) {
    double large = LARGE * Math.max(picture.width(), picture.height());
    if (large > smallest) {
      List<Detection> found = finder.find(picture, large);
      if (settles(found, picture, large)) {
        return found;
      }
    }
    return finder.find(picture, smallest);
  }

  /** Whether no face below the smallest of those that were looked for can matter. */
  private static boolean settles(List<Detection> found, Frame picture, double smallest) {
    Optional<Box> tallest =
        found.stream().map(Detection::box).max(Comparator.comparingDouble(Box::height));
    return tallest
        .filter(box -> box.height() >= FaceChoice.CLEARLY_TALLER * smallest)
        .filter(box -> FaceChoice.isCentral(box, picture.width(), picture.height()))
        .isPresent();
  }

  @Override
  public List<Optional<Detection>> follow(Frame frame, List<Box> expected) {
    return finder.follow(frame, expected);
  }

  @Override
  public void close() {
    finder.close();
  }
}
