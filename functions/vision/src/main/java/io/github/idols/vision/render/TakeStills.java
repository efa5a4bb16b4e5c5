package io.github.idols.vision.render;

import io.github.idols.core.face.Box;
import io.github.idols.core.score.StillPictures;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.image.Scaler;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Takes stills through the gate, all of a video in one pass. Immutable. */
public final class TakeStills implements StillPictures {
  private static final int LONGER_SIDE = 240;
  private static final float QUALITY = 0.8f;

  /** Of the face's longer side: enough to see who it is and where. */
  private static final double SURROUNDINGS = 2.4;

  /** Of a frame, in pixels: less shows nothing but blocks. */
  private static final int LEAST = 64;

  private final VideoGate gate;

  public TakeStills(VideoGate gate) {
    this.gate = gate;
  }

  /** A part of a frame, at even pixels as the chroma planes want it. */
  private record Part(int x, int y, int width, int height) {
    static Part around(Box face, Frame frame) {
      double side = Math.max(LEAST, SURROUNDINGS * Math.max(face.width(), face.height()));
      int width = even(Math.min(side, frame.width()));
      int height = even(Math.min(side, frame.height()));
      return new Part(
          even(Math.max(0, Math.min(face.centerX() - width / 2.0, frame.width() - width))),
          even(Math.max(0, Math.min(face.centerY() - height / 2.0, frame.height() - height))),
          width,
          height);
    }

    private static int even(double pixels) {
      return (int) pixels & ~1;
    }

    Box box() {
      return new Box(x, y, width, height);
    }
  }

  @Override
  public void take(MediaSource video, List<Spot> spots, Sink sink, LongConsumer progress)
      throws RefusedException, IOException {
    TreeMap<Long, List<Integer>> byFrame = new TreeMap<>();
    for (int i = 0; i < spots.size(); i++) {
      byFrame.computeIfAbsent(spots.get(i).frame(), f -> new ArrayList<>()).add(i);
    }
    try (OpenVideo open = gate.open(video)) {
      PictureFormat picture = PictureFormat.of(open);
      // One chunk: only whoever decodes from the beginning knows for sure which frame is which.
      Chunk all = new VideoPlanner(VideoPlanner.EVERYTHING).plan(open).chunks().get(0);
      try (Frames frames = new ChunkReader(open, all, ReadOptions.exact())) {
        while (!byFrame.isEmpty()) {
          Optional<Frame> next = frames.next();
          if (next.isEmpty()) {
            return;
          }
          List<Integer> here = byFrame.remove(next.get().index());
          if (here != null) {
            for (int spot : here) {
              Part part = Part.around(spots.get(spot).box(), next.get());
              sink.take(spot, jpeg(next.get(), part, picture), part.box());
            }
          }
          progress.accept(next.get().index() + 1);
        }
      }
    }
  }

  private static byte[] jpeg(Frame frame, Part part, PictureFormat picture) throws IOException {
    double aspect = picture.sampleAspect().value();
    double wide = part.width() * (aspect > 0 ? aspect : 1);
    double scale = LONGER_SIDE / Math.max(wide, part.height());
    int width = (int) Math.max(1, Math.round(wide * scale));
    int height = (int) Math.max(1, Math.round(part.height() * scale));
    Scaler.Quality quality = scale < 1 ? Scaler.Quality.AREA : Scaler.Quality.BILINEAR;
    try (Scaler scaler = new Scaler(width, height, quality)) {
      ByteBuffer rgb = scaler.rgb(frame, part.x(), part.y(), part.width(), part.height());
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < width * height; i++) {
        int color = (rgb.get() & 0xFF) << 16 | (rgb.get() & 0xFF) << 8 | (rgb.get() & 0xFF);
        image.setRGB(i % width, i / width, color);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      Jpeg.write(image, QUALITY, file);
      return file.toByteArray();
    }
  }
}
