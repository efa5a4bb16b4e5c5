package io.github.idols.vision.face;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;
import io.github.idols.vision.face.Candidate.Overlap;
import io.github.idols.vision.image.Scaler;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * MTCNN's first network, run over a frame at many sizes so that faces of any size are as large as
 * the 12 pixels that it looks for.
 *
 * <p>Each level has an interpreter of its own, since a change of shape costs seconds. Not safe for
 * use by several threads.
 */
final class ImagePyramid implements AutoCloseable {
  /** Pixels on each side of what the network looks at. */
  private static final int CELL = 12;

  /** Pixels between two places that the network looks at. */
  private static final int STRIDE = 2;

  private final MtcnnSettings settings;
  private final List<Level> levels = new ArrayList<>();
  private int frameWidth;
  private int frameHeight;

  /** The largest level that the latest search needed. */
  private int first;

  /**
   * A pyramid for frames that fit into a given size; smaller ones and those of other proportions
   * are scaled to fit in, and the rest stays black.
   *
   * @param width in pixels; faces of the settings' smallest size become 12 pixels high in the
   *     largest level
   * @param height in pixels
   */
  ImagePyramid(Model model, int width, int height, MtcnnSettings settings) {
    this.settings = settings;
    double size = Math.min(1, CELL / settings.smallest());
    do {
      int w = Math.max(CELL, (int) Math.ceil(width * size));
      int h = Math.max(CELL, (int) Math.ceil(height * size));
      levels.add(new Level(new Network(model, new Shape(1, w, h, 3)), w, h));
      size *= settings.pyramidFactor();
    } while (Math.min(width, height) * size >= CELL);
  }

  /**
   * Where the network sees faces, boxes in pixels of the frame.
   *
   * @param smallest height in pixels of the smallest faces that matter
   */
  List<Candidate> propose(Frame frame, double smallest) {
    if (frame.width() != frameWidth || frame.height() != frameHeight) {
      frameWidth = frame.width();
      frameHeight = frame.height();
      levels.forEach(level -> level.fit(frameWidth, frameHeight));
    }
    first = 0;
    while (first + 1 < levels.size()
        && (double) CELL * frameHeight / levels.get(first + 1).scaler().height() <= smallest) {
      first++;
    }
    List<Candidate> all = new ArrayList<>();
    Level larger = levels.get(first);
    larger.take(larger.scaler().rgb(frame));
    for (Level level : levels.subList(first, levels.size())) {
      if (level != larger) {
        level.take(
            level.scaler().rgb(larger.rgb, larger.scaler().width(), larger.scaler().height()));
      }
      List<Candidate> here =
          level.propose(
              (double) frameWidth / level.scaler().width(),
              (double) frameHeight / level.scaler().height(),
              settings.proposalThreshold());
      all.addAll(Candidate.suppress(here, 0.5, Overlap.UNION));
      larger = level;
    }
    return Candidate.suppress(all, 0.7, Overlap.UNION);
  }

  /**
   * Cuts a square out of the smallest level that still shows it at full size, by bilinear
   * interpolation.
   *
   * @param square in pixels of the frame that {@link #propose} was last called with
   * @param size pixels on each side of the result
   * @param out receives red, green and blue of each pixel, 0 to 255, row by row
   * @return whether there is such a level; otherwise nothing was written
   */
  boolean crop(Box square, int size, float[] out) {
    for (int i = levels.size() - 1; i >= first; i--) {
      Level level = levels.get(i);
      double x = (double) level.scaler().width() / frameWidth;
      double y = (double) level.scaler().height() / frameHeight;
      if (square.width() * x >= size) {
        level.crop(square.scale(x, y), size, out);
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    levels.forEach(Level::close);
  }

  private static final class Level {
    private static final float[] NORMALISED = new float[256];

    static {
      for (int i = 0; i < NORMALISED.length; i++) {
        NORMALISED[i] = (i - 127.5f) / 128;
      }
    }

    private final Network network;
    private final int width;
    private final int height;
    private final float[] column;
    private byte[] pixels = {};
    private ByteBuffer rgb = ByteBuffer.allocate(0);
    private Optional<Scaler> scaler = Optional.empty();

    Level(Network network, int width, int height) {
      this.network = network;
      this.width = width;
      this.height = height;
      column = new float[height * 3];
    }

    Scaler scaler() {
      return scaler.orElseThrow();
    }

    /** Gets ready for frames of a size. */
    void fit(int frameWidth, int frameHeight) {
      double scale = Math.min((double) width / frameWidth, (double) height / frameHeight);
      int w = Math.max(1, Math.min(width, (int) Math.round(frameWidth * scale)));
      int h = Math.max(1, Math.min(height, (int) Math.round(frameHeight * scale)));
      scaler.ifPresent(Scaler::close);
      scaler = Optional.of(new Scaler(w, h, Scaler.Quality.AREA));
      pixels = new byte[w * h * 3];
      Arrays.fill(column, NORMALISED[0]);
      for (int x = 0; x < width; x++) {
        network.input().put(x * height * 3, column);
      }
    }

    /** Takes the scaled picture over, and gives it to the network with x as its first axis. */
    void take(ByteBuffer scaled) {
      rgb = scaled;
      scaled.get(0, pixels);
      int w = scaler().width();
      int h = scaler().height();
      for (int x = 0; x < w; x++) {
        int from = x * 3;
        for (int o = 0; o < h * 3; o += 3) {
          column[o] = NORMALISED[pixels[from] & 0xff];
          column[o + 1] = NORMALISED[pixels[from + 1] & 0xff];
          column[o + 2] = NORMALISED[pixels[from + 2] & 0xff];
          from += w * 3;
        }
        network.input().put(x * height * 3, column, 0, h * 3);
      }
    }

    void crop(Box square, int size, float[] out) {
      int w = scaler().width();
      int h = scaler().height();
      float step = (float) (square.width() / size);
      int o = 0;
      for (int j = 0; j < size; j++) {
        float fy = Math.max(0, Math.min(h - 1, (float) square.y() + (j + 0.5f) * step - 0.5f));
        int y0 = (int) fy;
        int row0 = y0 * w * 3;
        int row1 = Math.min(h - 1, y0 + 1) * w * 3;
        float wy = fy - y0;
        for (int i = 0; i < size; i++) {
          float fx = Math.max(0, Math.min(w - 1, (float) square.x() + (i + 0.5f) * step - 0.5f));
          int x0 = (int) fx;
          int c0 = x0 * 3;
          int c1 = Math.min(w - 1, x0 + 1) * 3;
          float wx = fx - x0;
          for (int c = 0; c < 3; c++) {
            float p00 = pixels[row0 + c0 + c] & 0xff;
            float p01 = pixels[row0 + c1 + c] & 0xff;
            float p10 = pixels[row1 + c0 + c] & 0xff;
            float p11 = pixels[row1 + c1 + c] & 0xff;
            float top = p00 + (p01 - p00) * wx;
            float bottom = p10 + (p11 - p10) * wx;
            out[o++] = top + (bottom - top) * wy;
          }
        }
      }
    }

    /** Places that score above the threshold; the scales take them to pixels of the frame. */
    List<Candidate> propose(double scaleX, double scaleY, double threshold) {
      List<float[]> outputs = network.run();
      float[] scores = outputs.get(0);
      float[] shifts = outputs.get(1);
      int rows = cells(height);
      List<Candidate> found = new ArrayList<>();
      for (int i = 0; 2 * i < scores.length; i++) {
        float score = scores[2 * i + 1];
        if (score > threshold) {
          int x = i / rows * STRIDE;
          int y = i % rows * STRIDE;
          Box box = new Box(x * scaleX, y * scaleY, CELL * scaleX, CELL * scaleY);
          found.add(new Candidate(box, score, Candidate.shift(box, shifts, 4 * i)));
        }
      }
      return found;
    }

    /**
     * Places in one direction: a 3 x 3 convolution, a 2 x 2 pooling that rounds up, two more 3 x 3.
     */
    private static int cells(int pixels) {
      return (pixels - 2 + 1) / 2 - 4;
    }

    void close() {
      scaler.ifPresent(Scaler::close);
      network.close();
    }
  }
}
