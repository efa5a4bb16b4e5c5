package io.github.idols.vision.render;

import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.FacePicture;
import io.github.idols.core.label.FaceSpot;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.PictureDrawing;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.MediaSource;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Draws with FFmpeg, and with name plates that are made once. Safe for use by several threads; it
 * holds no native memory and is not closed.
 */
public final class DrawVideo implements PictureDrawing {
  /** Labels as they came last, arranged by frames. */
  private record Arranged(Labels labels, LabelIndex index) {
    @SuppressWarnings("ReferenceEquality") // Comparing all boxes would cost as much as arranging.
    boolean isOf(Labels others) {
      return labels == others;
    }
  }

  /**
   * Of a face beside a lane: the page shows it no larger than this, on screens of two dots a pixel.
   */
  private static final StillCut FACE = new StillCut(1.5, 16, 96, 0.82f);

  private final VideoGate gate;
  private final NameSprites sprites;
  private volatile Optional<Arranged> last = Optional.empty();

  /**
   * Somebody who draws videos, one after another or side by side.
   *
   * @param font of the names
   */
  public DrawVideo(VideoGate gate, Font font) {
    this.gate = gate;
    sprites = new NameSprites(font);
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
    return render(
        video,
        labels,
        chunk,
        firstFrame,
        out,
        (number, frame, marks) -> progress.accept(number - firstFrame + 1));
  }

  /**
   * As the other method, for somebody who wants to see each frame go by.
   *
   * @param listener called by the calling thread
   * @throws IOException likewise, and where the listener throws it
   */
  public RenderedChunk render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      Path out,
      RenderChunk.Listener listener)
      throws IOException {
    return watched(video, labels, chunk, firstFrame, out, picture -> listener);
  }

  /** What sees each frame go by, for somebody who has to know their format. */
  private interface Watching {
    RenderChunk.Listener of(PictureFormat picture);
  }

  private RenderedChunk watched(
      MediaSource video, Labels labels, Chunk chunk, long firstFrame, Path out, Watching watching)
      throws IOException {
    try (OpenVideo open = gate.reopen(video);
        Frames frames = new ChunkReader(open, chunk, ReadOptions.exact())) {
      PictureFormat picture = PictureFormat.of(open);
      return new RenderChunk(sprites, arranged(labels), picture, X264Settings.STANDARD)
          .render(frames, firstFrame, out, watching.of(picture));
    }
  }

  @Override
  public ChunkPictures render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      List<FaceSpot> faces,
      Optional<Preview> preview,
      Path out)
      throws IOException {
    Map<Long, List<FaceSpot>> byFrame =
        faces.stream().collect(Collectors.groupingBy(FaceSpot::frame));
    List<FacePicture> taken = new ArrayList<>();
    Watching cutting =
        picture ->
            (number, frame, marks) -> {
              for (FaceSpot spot : byFrame.getOrDefault(number, List.of())) {
                byte[] jpeg = FACE.jpeg(frame, FACE.around(spot.box(), frame), picture);
                taken.add(
                    new FacePicture(
                        spot.track(), spot.weight(), Base64.getEncoder().encodeToString(jpeg)));
              }
              if (preview.isPresent() && preview.get().spot().frame() == number) {
                byte[] jpeg =
                    new PreviewPicture(sprites, picture)
                        .jpeg(frame, marks, preview.get().spot().faces());
                Files.write(preview.get().file(), jpeg);
              }
            };
    watched(video, labels, chunk, firstFrame, out, cutting);
    return new ChunkPictures(taken);
  }

  /** A video's chunks come with the same labels one after another: they are arranged once. */
  private LabelIndex arranged(Labels labels) {
    Optional<Arranged> before = last;
    if (before.isPresent() && before.get().isOf(labels)) {
      return before.get().index;
    }
    LabelIndex index = LabelIndex.of(labels);
    last = Optional.of(new Arranged(labels, index));
    return index;
  }

  @Override
  public List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out)
      throws IOException {
    try (OpenVideo open = gate.reopen(video)) {
      return new VideoJoiner(gate).join(open, chunks, out);
    }
  }
}
