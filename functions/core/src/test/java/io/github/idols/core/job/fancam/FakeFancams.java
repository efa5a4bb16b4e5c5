package io.github.idols.core.job.fancam;

import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.fancam.FancamPlan;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Fancams of films that are one line of text ({@link FakeFilm}): a line for each frame. */
public final class FakeFancams implements FancamDrawing {
  @Override
  public RenderedChunk render(
      MediaSource video, FancamPlan plan, Chunk chunk, Path out, LongConsumer progress)
      throws IOException {
    video.close();
    StringBuilder lines = new StringBuilder();
    for (long pts = chunk.startDts(); pts < chunk.startDts() + chunk.frames(); pts++) {
      lines
          .append(pts)
          .append(' ')
          .append(plan.person())
          .append(" at ")
          .append(Math.round(plan.at(pts).orElseThrow().x()))
          .append('\n');
    }
    Files.writeString(out, lines);
    return new RenderedChunk(out, chunk.startDts(), chunk.frames());
  }

  @Override
  public List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out)
      throws IOException {
    return new FakeFilm().join(video, chunks, out);
  }
}
