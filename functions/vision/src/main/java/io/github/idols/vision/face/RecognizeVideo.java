package io.github.idols.vision.face;

import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.RecognizeChunk;
import io.github.idols.core.track.TrackerSettings;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Recognises with MTCNN and MobileFaceNet. It keeps the networks' working memory from chunk to
 * chunk, for one size of video at a time. Used by one thread at a time.
 */
public final class RecognizeVideo implements ChunkRecognizer {
  /** Smaller faces than that are too blurred to be named, and seldom found. */
  private static final double SMALLEST = 14;

  /** A finder fits one size of frames only. */
  private record Kept(int width, int height, MtcnnSettings settings, FaceFinder finder) {
    boolean fits(VideoInfo video, MtcnnSettings wanted) {
      return width == video.width() && height == video.height() && settings.equals(wanted);
    }
  }

  private final VideoGate gate;
  private final FaceModels models;
  private final FaceEmbedder embedder;
  private Optional<Kept> kept = Optional.empty();

  /**
   * A recogniser.
   *
   * @param models stay open, and must be closed after this
   */
  public RecognizeVideo(VideoGate gate, FaceModels models) {
    this.gate = gate;
    this.models = models;
    this.embedder = models.newEmbedder();
  }

  @Override
  public ChunkTracks recognize(MediaSource video, Plan plan, Chunk chunk, LongConsumer progress)
      throws IOException {
    try (OpenVideo open = reopen(video, plan.video());
        Frames frames = new ChunkReader(open, chunk, ReadOptions.fastest())) {
      return new RecognizeChunk(finder(plan.video()), embedder, TrackerSettings.DEFAULT)
          .recognize(chunk.number(), frames, progress);
    }
  }

  private OpenVideo reopen(MediaSource video, VideoInfo planned) throws IOException {
    OpenVideo open = gate.reopen(video);
    VideoInfo found = open.info();
    if (found.width() != planned.width() || found.height() != planned.height()) {
      open.close();
      throw new IOException(
          video.name()
              + " was changed meanwhile: its pictures had another size when it was planned");
    }
    return open;
  }

  /**
   * Kept while videos have the same size: the first frame of a new one costs as much as five
   * others.
   */
  private FaceFinder finder(VideoInfo video) {
    MtcnnSettings wanted = settings(video);
    Optional<Kept> fitting = kept.filter(k -> k.fits(video, wanted));
    if (fitting.isPresent()) {
      return fitting.get().finder();
    }
    forget();
    FaceFinder finder = models.newFinder(video.width(), video.height(), wanted);
    kept = Optional.of(new Kept(video.width(), video.height(), wanted, finder));
    return finder;
  }

  /** Faces from a 30th of the shorter side on: 36 pixels of 1080. */
  private static MtcnnSettings settings(VideoInfo video) {
    return MtcnnSettings.facesFrom(
            Math.max(SMALLEST, Math.min(video.width(), video.height()) / 30.0))
        .onStage();
  }

  private void forget() {
    kept.ifPresent(k -> k.finder().close());
    kept = Optional.empty();
  }

  @Override
  public void close() {
    forget();
    embedder.close();
  }
}
