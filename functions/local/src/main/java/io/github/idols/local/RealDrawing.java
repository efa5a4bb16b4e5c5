package io.github.idols.local;

import io.github.idols.core.label.Labels;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frames;
import io.github.idols.vision.render.ContactSheet;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.render.LabelIndex;
import io.github.idols.vision.render.NameSprites;
import io.github.idols.vision.render.PictureFormat;
import io.github.idols.vision.render.RenderChunk;
import io.github.idols.vision.render.VideoJoiner;
import io.github.idols.vision.render.X264Settings;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongConsumer;

/** A drawing with FFmpeg. */
final class RealDrawing implements Drawing {
  private final VideoGate gate;
  private final Path video;
  private final Labels labels;
  private final RenderChunk renderer;
  private final ContactSheet sheet;
  private final Set<Long> picked;
  private final ConcurrentSkipListMap<Integer, RenderedChunk> rendered =
      new ConcurrentSkipListMap<>();

  private RealDrawing(VideoGate gate, Path video, Labels labels, Font font, PictureFormat picture) {
    LabelIndex index = LabelIndex.of(labels);
    this.gate = gate;
    this.video = video;
    this.labels = labels;
    renderer = new RenderChunk(new NameSprites(font), index, picture, X264Settings.STANDARD);
    sheet = new ContactSheet(font, picture);
    picked = ContactSheet.pick(index, labels.frames());
  }

  static RealDrawing begin(VideoGate gate, Path video, Labels labels) throws IOException {
    try (OpenVideo open = RealStudio.reopen(gate, video)) {
      return new RealDrawing(gate, video, labels, Font.bundled(), PictureFormat.of(open));
    }
  }

  @Override
  public void chunk(Chunk chunk, long firstFrame, Path out, LongConsumer progress)
      throws IOException {
    try (OpenVideo open = RealStudio.reopen(gate, video);
        Frames frames = new ChunkReader(open, chunk, ReadOptions.exact())) {
      RenderedChunk done =
          renderer.render(
              frames,
              firstFrame,
              out,
              (number, frame, marks) -> {
                if (picked.contains(number)) {
                  sheet.add(frame, marks, seconds(number));
                }
                progress.accept(number - firstFrame + 1);
              });
      rendered.put(chunk.number(), done);
    }
  }

  @Override
  public List<String> join(Path out) throws IOException {
    try (OpenVideo open = RealStudio.reopen(gate, video)) {
      return new VideoJoiner(gate).join(open, List.copyOf(rendered.values()), out);
    }
  }

  @Override
  public void contactSheet(Path out) throws IOException {
    sheet.write(out);
  }

  private double seconds(long frame) {
    return labels.framePts().get(Math.toIntExact(frame)) * labels.video().timeBase().value();
  }
}
