package io.github.idols.local;

import ai.djl.MalformedModelException;
import io.github.idols.core.classify.FaceCutter;
import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.label.Labels;
import io.github.idols.core.score.StillPictures;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.video.VideoPlanning;
import io.github.idols.vision.face.CutPictures;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import io.github.idols.vision.face.RecognizeVideo;
import io.github.idols.vision.render.CutFancam;
import io.github.idols.vision.render.TakeStills;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The studio with the networks and FFmpeg. */
final class RealStudio implements Studio {
  private final VideoGate gate = new VideoGate();
  private Optional<FaceModels> models;

  RealStudio() {
    models = Optional.empty();
  }

  private RealStudio(FaceModels tuned) {
    models = Optional.of(tuned);
  }

  @Override
  public VideoPlanning planning(double chunkSeconds) {
    return new PlanVideo(gate, new VideoPlanner(chunkSeconds));
  }

  @Override
  public String pictureVersion() {
    return GalleryPictures.version();
  }

  @Override
  public PictureChecker newPictureChecker() {
    return new GalleryPictures(models());
  }

  @Override
  public PictureChecker newPhotoChecker() {
    return new GalleryPictures(models(), FaceChoice::tallest);
  }

  @Override
  public FaceCutter newFaceCutter() {
    return new CutPictures(models(), FaceChoice::of);
  }

  @Override
  public FaceCutter newTestFaceCutter() {
    return new CutPictures(models(), FaceChoice::tallest);
  }

  @Override
  public Studio tuned(byte[] network) throws UserError {
    try {
      return new RealStudio(FaceModels.tuned(network));
    } catch (MalformedModelException e) {
      throw new UserError("the model's network cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public ChunkRecognizer newRecognizer() {
    return new RecognizeVideo(gate, models());
  }

  /** Loaded late: a video that is refused should be so at once. */
  private synchronized FaceModels models() {
    FaceModels loaded = models.orElseGet(FaceModels::new);
    models = Optional.of(loaded);
    return loaded;
  }

  @Override
  public Drawing draw(Path video, Labels labels) throws IOException {
    return RealDrawing.begin(gate, video, labels);
  }

  @Override
  public FancamDrawing fancams() {
    return new CutFancam(gate);
  }

  @Override
  public StillPictures stills() {
    return new TakeStills(gate);
  }

  @Override
  public synchronized void close() {
    models.ifPresent(FaceModels::close);
    models = Optional.empty();
  }
}
