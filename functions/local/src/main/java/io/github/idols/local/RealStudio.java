package io.github.idols.local;

import io.github.idols.core.label.Labels;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The studio with the networks and FFmpeg. */
final class RealStudio implements Studio {
  @Override
  public Plan plan(Path video, double chunkSeconds) throws RefusedException, IOException {
    throw new RefusedException("videos cannot be read yet");
  }

  @Override
  public Worker newWorker() {
    throw new IllegalStateException("not here yet");
  }

  @Override
  public void join(Path video, Plan plan, List<Path> chunks, Path out) throws IOException {
    throw new IOException("not here yet");
  }

  @Override
  public void contactSheet(Path annotated, Plan plan, Labels labels, Path out) throws IOException {
    throw new IOException("not here yet");
  }

  @Override
  public void close() {}
}
