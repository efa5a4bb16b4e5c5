package io.github.idols.vision.face;

import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.video.Pictures;
import io.github.idols.vision.video.Still;
import java.io.IOException;

/**
 * Checks JPEG, PNG and WebP pictures with MTCNN and MobileFaceNet. Used by one thread at a time.
 */
public final class GalleryPictures implements PictureChecker {
  /**
   * Of what the checks give. To be raised with every change after which a picture can give anything
   * else than before: what was kept of pictures counts no more then.
   */
  private static final int VERSION = 2;

  private final Pictures pictures = new Pictures();
  private final FaceFinder finder;
  private final FaceEmbedder embedder;
  private final CheckPicture check;

  /**
   * A checker of pictures for a gallery.
   *
   * @param models stay open, and must be closed after this
   */
  public GalleryPictures(FaceModels models) {
    this(models, FaceChoice::of);
  }

  /**
   * A checker.
   *
   * @param models stay open, and must be closed after this
   * @param rule which of several faces is taken
   */
  public GalleryPictures(FaceModels models, FaceChoice.Rule rule) {
    finder = models.newPictureFinder();
    embedder = models.newEmbedder();
    check = new CheckPicture(finder, embedder, rule);
  }

  /**
   * What the checks for a gallery depend on besides the pictures: this code, and the networks.
   *
   * @throws IllegalStateException when the networks' checksums are not on the class path: the build
   *     is broken then
   */
  public static String version() {
    return "pictures " + VERSION + "\n" + FaceModels.checksums();
  }

  @Override
  public PictureCheck check(MediaSource picture) throws IOException {
    try (picture;
        Still still = pictures.read(picture)) {
      return check.check(still.frame());
    } catch (RefusedException e) {
      return new PictureCheck.Refused(reason(e, picture.name()));
    }
  }

  /** Without the name of the file, where it begins with that: it is said already. */
  static String reason(RefusedException e, String name) {
    String reason = String.valueOf(e.getMessage());
    return reason.startsWith(name + " ") ? reason.substring(name.length() + 1) : reason;
  }

  @Override
  public void close() {
    finder.close();
    embedder.close();
  }
}
