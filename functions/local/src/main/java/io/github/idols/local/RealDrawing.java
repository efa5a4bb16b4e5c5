package io.github.idols.local;

import io.github.idols.core.label.Labels;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.MediaSource;
import io.github.idols.vision.render.ContactSheet;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.render.LabelIndex;
import io.github.idols.vision.render.PictureFormat;
import io.github.idols.vision.video.FileSource;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** A drawing with FFmpeg: a few of the frames that go by are kept for the contact sheet. */
final class RealDrawing implements Drawing {
  private final DrawVideo drawing;
  private final ContactSheet sheet;
  private final Set<Long> picked;

  private RealDrawing(DrawVideo drawing, ContactSheet sheet, Set<Long> picked) {
    this.drawing = drawing;
    this.sheet = sheet;
    this.picked = picked;
  }

  static RealDrawing begin(VideoGate gate, Path video, Labels labels) throws IOException {
    Font font = Font.bundled();
    try (OpenVideo open = gate.reopen(FileSource.reopen(video))) {
      return new RealDrawing(
          new DrawVideo(gate, font),
          new ContactSheet(font, PictureFormat.of(open)),
          ContactSheet.pick(LabelIndex.of(labels), labels.frames()));
    }
  }

  @Override
  public RenderedChunk render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      Path out,
      LongConsumer progress)
      throws IOException {
    return drawing.render(
        video,
        labels,
        chunk,
        firstFrame,
        out,
        (number, frame, marks) -> {
          if (picked.contains(number)) {
            sheet.add(frame, marks, seconds(labels, number));
          }
          progress.accept(number - firstFrame + 1);
        });
  }

  @Override
  public List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out)
      throws IOException {
    return drawing.join(video, chunks, out);
  }

  @Override
  public void contactSheet(Path out) throws IOException {
    sheet.write(out);
  }

  private static double seconds(Labels labels, long frame) {
    return labels.framePts().get(Math.toIntExact(frame)) * labels.video().timeBase().value();
  }
}
