package io.github.idols.vision.face;

import io.github.idols.core.classify.CutFace;
import io.github.idols.core.classify.FaceCutter;
import io.github.idols.core.face.Alignment;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.WideFace;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.image.YuvSampler;
import io.github.idols.vision.video.Pictures;
import io.github.idols.vision.video.Still;
import java.io.IOException;

/** Cuts faces out of JPEG, PNG and WebP pictures with MTCNN. Used by one thread at a time. */
public final class CutPictures implements FaceCutter {
  private final Pictures pictures = new Pictures();
  private final YuvSampler sampler = new YuvSampler();
  private final FaceFinder finder;
  private final FaceChoice.Rule rule;

  /**
   * A cutter.
   *
   * @param models stay open, and must be closed after this
   * @param rule which of several faces is taken
   */
  public CutPictures(FaceModels models, FaceChoice.Rule rule) {
    finder = models.newPictureFinder();
    this.rule = rule;
  }

  @Override
  public CutFace cut(MediaSource picture) throws IOException {
    try (picture;
        Still still = pictures.read(picture)) {
      return cut(still.frame());
    } catch (RefusedException e) {
      return new CutFace.Refused(GalleryPictures.reason(e, picture.name()));
    }
  }

  /** Cuts out the face of a frame. */
  public CutFace cut(Frame frame) {
    FaceChoice choice = rule.choose(finder.find(frame), frame.width(), frame.height());
    return choice instanceof FaceChoice.Chosen chosen
        ? new CutFace.Cut(cut(frame, chosen.face().landmarks()))
        : new CutFace.Refused(((FaceChoice.None) choice).reason());
  }

  /** The aligned face, and as many pixels around it at the same scale. */
  private WideFace cut(Frame frame, Landmarks landmarks) {
    Alignment to = Alignment.toArcFace(landmarks);
    double x = to.tx() - WideFace.MARGIN * (to.a() - to.b());
    double y = to.ty() - WideFace.MARGIN * (to.a() + to.b());
    float[] samples = new float[WideFace.SIZE * WideFace.SIZE * 3];
    sampler.sample(frame, to.a(), to.b(), x, y, WideFace.SIZE, samples);
    byte[] rgb = new byte[samples.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (samples[i] + 0.5f);
    }
    return new WideFace(rgb);
  }

  @Override
  public void close() {
    finder.close();
  }
}
