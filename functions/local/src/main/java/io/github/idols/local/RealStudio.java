package io.github.idols.local;

import io.github.idols.core.label.Labels;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The studio with the networks and FFmpeg. */
final class RealStudio implements Studio {
  private final VideoGate gate = new VideoGate();
  private Optional<FaceModels> models = Optional.empty();

  @Override
  public Plan plan(Path video, double chunkSeconds) throws RefusedException, IOException {
    try (OpenVideo open = gate.open(video)) {
      return new VideoPlanner(chunkSeconds).plan(open);
    }
  }

  @Override
  public Worker newWorker() {
    return new RealWorker(gate, models());
  }

  /** Loaded late: a video that is refused should be so at once. */
  private synchronized FaceModels models() {
    FaceModels loaded = models.orElseGet(FaceModels::new);
    models = Optional.of(loaded);
    return loaded;
  }

  @Override
  public Drawing draw(Path video, Plan plan, Labels labels) throws IOException {
    return RealDrawing.begin(gate, video, labels);
  }

  @Override
  public synchronized void close() {
    models.ifPresent(FaceModels::close);
    models = Optional.empty();
  }

  /**
   * Opens a video again that passed the gate when it was planned.
   *
   * @throws IOException when it cannot be read, or was changed meanwhile
   */
  static OpenVideo reopen(VideoGate gate, Path video) throws IOException {
    try {
      return gate.open(video);
    } catch (RefusedException e) {
      throw new IOException(video + " was changed meanwhile: " + e.getMessage(), e);
    }
  }
}
