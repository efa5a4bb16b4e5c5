package io.github.idols.vision.render;

import io.github.idols.core.fancam.CropWindow;
import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.fancam.FancamPlan;
import io.github.idols.core.fancam.FancamSize;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.MediaSource;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes fancams with FFmpeg. Immutable and safe for use by several threads; it holds no native
 * memory and is not closed.
 */
public final class CutFancam implements FancamDrawing {
  private final VideoGate gate;

  /** Somebody who makes fancams, one after another or side by side. */
  public CutFancam(VideoGate gate) {
    this.gate = gate;
  }

  @Override
  public RenderedChunk render(
      MediaSource video, FancamPlan plan, Chunk chunk, Path out, LongConsumer progress)
      throws IOException {
    FancamSize size = plan.size();
    try (OpenVideo open = gate.reopen(video);
        Frames frames = new ChunkReader(open, chunk, ReadOptions.exact());
        WindowCutter cutter = new WindowCutter();
        ChunkWriter writer =
            new ChunkWriter(
                out,
                PictureFormat.of(open).sized(size.width(), size.height()),
                X264Settings.STANDARD)) {
      for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
        Frame frame = next.get();
        cutter.cut(frame, window(plan, frame, video), writer.blank(frame));
        writer.encode();
        progress.accept(frame.index() + 1);
      }
      return writer.finish();
    }
  }

  private static CropWindow window(FancamPlan plan, Frame frame, MediaSource video)
      throws IOException {
    CropWindow window =
        plan.at(frame.pts())
            .orElseThrow(() -> strange(video, "has a frame at a time that the labels do not know"));
    if (window.x() + window.width() > frame.width()
        || window.y() + window.height() > frame.height()) {
      throw strange(video, "is smaller than the labels say");
    }
    return window;
  }

  private static IOException strange(MediaSource video, String why) {
    return new IOException(video.name() + " " + why + ": name the video that they are of");
  }

  @Override
  public List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out)
      throws IOException {
    try (OpenVideo open = gate.reopen(video)) {
      return new VideoJoiner(gate).join(open, chunks, out);
    }
  }
}
