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
  private Optional<Scaler> scaler = Optional.empty();

  /** Pixels of the largest level for one pixel of the latest frame. */
  private double scale = 1;

  /**
   * @param width of the largest level's picture, before it is scaled so that the smallest faces are
   *     12 pixels high; frames of other proportions are fitted in, the rest stays black
   * @param height likewise
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

  /** Where the network sees faces, boxes in pixels of the frame. */
  List<Candidate> propose(Frame frame) {
    Level largest = levels.get(0);
    scale =
        Math.min((double) largest.width / frame.width(), (double) largest.height / frame.height());
    fill(largest, frame);
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      if (i > 0) {
        level.shrink(levels.get(i - 1));
      }
      double x = (double) largest.width / level.width / scale;
      double y = (double) largest.height / level.height / scale;
      List<Candidate> here = level.propose(x, y, settings.proposalThreshold());
      all.addAll(Candidate.suppress(here, 0.5, Overlap.UNION));
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
    for (int i = levels.size() - 1; i >= 0; i--) {
      Level level = levels.get(i);
      double x = scale * level.width / levels.get(0).width;
      double y = scale * level.height / levels.get(0).height;
      if (square.width() * x >= size) {
        level.crop(square.scale(x, y), size, out);
        return true;
      }
    }
    return false;
  }

  /** Scales the frame into the top left corner of a level. */
  private void fill(Level level, Frame frame) {
    int width = Math.max(1, Math.min(level.width, (int) Math.round(frame.width() * scale)));
    int height = Math.max(1, Math.min(level.height, (int) Math.round(frame.height() * scale)));
    Scaler fitting =
        scaler
            .filter(s -> s.width() == width && s.height() == height)
            .orElseGet(
                () -> {
                  scaler.ifPresent(Scaler::close);
                  Arrays.fill(level.rgb, (byte) 0);
                  return new Scaler(width, height, Scaler.Quality.AREA);
                });
    scaler = Optional.of(fitting);
    ByteBuffer rgb = fitting.rgb(frame);
    for (int y = 0; y < height; y++) {
      rgb.get(y * width * 3, level.rgb, y * level.width * 3, width * 3);
    }
  }

  @Override
  public void close() {
    scaler.ifPresent(Scaler::close);
    for (Level level : levels) {
      level.network.close();
    }
  }

  private static final class Level {
    private final Network network;
    private final int width;
    private final int height;
    private final byte[] rgb;
    private final float[] column;

    Level(Network network, int width, int height) {
      this.network = network;
      this.width = width;
      this.height = height;
      rgb = new byte[width * height * 3];
      column = new float[height * 3];
    }

    /** Takes the next larger level over, by bilinear interpolation. */
    void shrink(Level from) {
      double sx = (double) from.width / width;
      double sy = (double) from.height / height;
      for (int y = 0; y < height; y++) {
        double fy = Math.max(0, (y + 0.5) * sy - 0.5);
        int y0 = (int) fy;
        int row0 = y0 * from.width * 3;
        int row1 = Math.min(from.height - 1, y0 + 1) * from.width * 3;
        int wy = (int) ((fy - y0) * 256);
        int o = y * width * 3;
        for (int x = 0; x < width; x++) {
          double fx = Math.max(0, (x + 0.5) * sx - 0.5);
          int x0 = (int) fx;
          int c0 = x0 * 3;
          int c1 = Math.min(from.width - 1, x0 + 1) * 3;
          int wx = (int) ((fx - x0) * 256);
          for (int c = 0; c < 3; c++) {
            int top =
                (from.rgb[row0 + c0 + c] & 0xff) * (256 - wx)
                    + (from.rgb[row0 + c1 + c] & 0xff) * wx;
            int bottom =
                (from.rgb[row1 + c0 + c] & 0xff) * (256 - wx)
                    + (from.rgb[row1 + c1 + c] & 0xff) * wx;
            rgb[o++] = (byte) ((top * (256 - wy) + bottom * wy + (1 << 15)) >> 16);
          }
        }
      }
    }

    void crop(Box square, int size, float[] out) {
      double step = square.width() / size;
      int o = 0;
      for (int j = 0; j < size; j++) {
        double fy = Math.max(0, Math.min(height - 1, square.y() + (j + 0.5) * step - 0.5));
        int y0 = (int) fy;
        int row0 = y0 * width * 3;
        int row1 = Math.min(height - 1, y0 + 1) * width * 3;
        float wy = (float) (fy - y0);
        for (int i = 0; i < size; i++) {
          double fx = Math.max(0, Math.min(width - 1, square.x() + (i + 0.5) * step - 0.5));
          int x0 = (int) fx;
          int c0 = x0 * 3;
          int c1 = Math.min(width - 1, x0 + 1) * 3;
          float wx = (float) (fx - x0);
          for (int c = 0; c < 3; c++) {
            float p00 = rgb[row0 + c0 + c] & 0xff;
            float p01 = rgb[row0 + c1 + c] & 0xff;
            float p10 = rgb[row1 + c0 + c] & 0xff;
            float p11 = rgb[row1 + c1 + c] & 0xff;
            float top = p00 + (p01 - p00) * wx;
            float bottom = p10 + (p11 - p10) * wx;
            out[o++] = top + (bottom - top) * wy;
          }
        }
      }
    }

    List<Candidate> propose(double scaleX, double scaleY, double threshold) {
      for (int x = 0; x < width; x++) {
        for (int y = 0, o = 0; y < height; y++) {
          int from = (y * width + x) * 3;
          column[o++] = ((rgb[from] & 0xff) - 127.5f) / 128;
          column[o++] = ((rgb[from + 1] & 0xff) - 127.5f) / 128;
          column[o++] = ((rgb[from + 2] & 0xff) - 127.5f) / 128;
        }
        network.input().put(x * height * 3, column);
      }
      List<float[]> outputs = network.run();
      boolean scoresFirst = outputs.get(0).length < outputs.get(1).length;
      float[] scores = outputs.get(scoresFirst ? 0 : 1);
      float[] shifts = outputs.get(scoresFirst ? 1 : 0);
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
  }
}
