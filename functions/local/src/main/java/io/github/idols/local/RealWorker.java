package io.github.idols.local;

import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.RecognizeChunk;
import io.github.idols.core.track.TrackerSettings;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.vision.face.CheckPicture;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.MtcnnSettings;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.Pictures;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.Still;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A worker with the networks and FFmpeg. */
final class RealWorker implements Worker {
  /** Smaller faces than that are too blurred to be named. */
  private static final double SMALLEST = 20;

  private final VideoGate gate;
  private final FaceModels models;
  private final Pictures pictures = new Pictures();
  private final FaceEmbedder embedder;
  private Optional<FaceFinder> pictureFinder = Optional.empty();
  private Optional<FaceFinder> videoFinder = Optional.empty();

  RealWorker(VideoGate gate, FaceModels models) {
    this.gate = gate;
    this.models = models;
    this.embedder = models.newEmbedder();
  }

  @Override
  public PictureCheck check(Path picture) throws IOException {
    FaceFinder finder = pictureFinder.orElseGet(models::newPictureFinder);
    pictureFinder = Optional.of(finder);
    try (Still still = pictures.read(picture)) {
      return new CheckPicture(finder, embedder).check(still.frame());
    } catch (RefusedException e) {
      return new PictureCheck.Refused(reason(e, picture));
    }
  }

  /** Without the name of the file, where it begins with that: it is said already. */
  private static String reason(RefusedException e, Path picture) {
    String name = picture.getFileName() + " ";
    String reason = String.valueOf(e.getMessage());
    return reason.startsWith(name) ? reason.substring(name.length()) : reason;
  }

  @Override
  public ChunkTracks recognize(Path video, Plan plan, Chunk chunk, LongConsumer progress)
      throws IOException {
    VideoInfo info = plan.video();
    try (OpenVideo open = RealStudio.reopen(gate, video);
        Frames frames = new ChunkReader(open, chunk, ReadOptions.fastest())) {
      return new RecognizeChunk(videoFinder(info), embedder, TrackerSettings.DEFAULT)
          .recognize(chunk.number(), frames, progress);
    }
  }

  /** Kept from chunk to chunk: the first frame of a new one costs as much as five others. */
  private FaceFinder videoFinder(VideoInfo video) {
    FaceFinder finder =
        videoFinder.orElseGet(
            () -> models.newFinder(video.width(), video.height(), settings(video)));
    videoFinder = Optional.of(finder);
    return finder;
  }

  /** Faces from a 30th of the shorter side on: 36 pixels of 1080. */
  private static MtcnnSettings settings(VideoInfo video) {
    return MtcnnSettings.facesFrom(
        Math.max(SMALLEST, Math.min(video.width(), video.height()) / 30.0));
  }

  @Override
  public void close() {
    pictureFinder.ifPresent(FaceFinder::close);
    pictureFinder = Optional.empty();
    videoFinder.ifPresent(FaceFinder::close);
    videoFinder = Optional.empty();
    embedder.close();
  }
}
