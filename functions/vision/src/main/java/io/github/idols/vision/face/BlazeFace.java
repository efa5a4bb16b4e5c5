package io.github.idols.vision.face;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.video.Frame;
import io.github.idols.vision.image.Scaler;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds large faces in one look at the whole frame (Bazarevsky et al., "BlazeFace", 2019;
 * MediaPipe's full range model): a tenth of {@link Mtcnn}'s cost, and blind to faces below some 5 %
 * of the frame's longer side.
 *
 * <p>Takes 192 x 192 RGB, {@code x / 127.5 - 1}, the frame fitted in and the rest black. Its six
 * points have one for the mouth's centre: the corners are set beside it, along the line of the
 * eyes. Not safe for use by several threads.
 */
public final class BlazeFace implements AutoCloseable {
  private static final int SIZE = 192;

  /** Pixels of the input for one cell of the grid of 48 x 48 anchors. */
  private static final int STRIDE = 4;

  /** Numbers for each anchor: centre, width and height of the box, then x and y of six points. */
  private static final int NUMBERS = 16;

  private static final double OVERLAP = 0.3;

  /** Half of the mouth's width as a share of the distance of the eyes, as in ArcFace's template. */
  private static final double HALF_MOUTH = 0.41;

  private final Network network;
  private final double threshold;
  private final float[] pixels = new float[SIZE * SIZE * 3];
  private Optional<Scaler> scaler = Optional.empty();

  BlazeFace(Model model, double threshold) {
    network = new Network(model, new Shape(1, SIZE, SIZE, 3));
    this.threshold = threshold;
  }

  /** Faces of the frame, boxes and landmarks in its pixels, the surest first. */
  public List<Detection> find(Frame frame) {
    double scale = (double) SIZE / Math.max(frame.width(), frame.height());
    fill(frame, scale);
    List<float[]> outputs = network.run();
    float[] scores = outputs.get(0);
    float[] numbers = outputs.get(1);
    List<Detection> all = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double score = 1 / (1 + Math.exp(-scores[i]));
      if (score > threshold) {
        all.add(detection(numbers, i, score, 1 / scale));
      }
    }
    all.sort(Comparator.comparingDouble(Detection::score).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection detection : all) {
      if (kept.stream().noneMatch(better -> better.box().iou(detection.box()) > OVERLAP)) {
        kept.add(detection);
      }
    }
    return kept;
  }

  private static Detection detection(float[] numbers, int anchor, double score, double scale) {
    int cells = SIZE / STRIDE;
    int column = anchor % cells;
    int row = anchor / cells;
    double anchorX = (column + 0.5) * STRIDE;
    double anchorY = (row + 0.5) * STRIDE;
    int from = anchor * NUMBERS;
    double width = numbers[from + 2];
    double height = numbers[from + 3];
    Box box =
        new Box(
                anchorX + numbers[from] - width / 2,
                anchorY + numbers[from + 1] - height / 2,
                width,
                height)
            .scale(scale, scale);
    Point[] at = new Point[4];
    for (int i = 0; i < at.length; i++) {
      double x = anchorX + numbers[from + 4 + 2 * i];
      double y = anchorY + numbers[from + 5 + 2 * i];
      at[i] = new Point(x * scale, y * scale);
    }
    double dx = (at[1].x() - at[0].x()) * HALF_MOUTH;
    double dy = (at[1].y() - at[0].y()) * HALF_MOUTH;
    Point left = new Point(at[3].x() - dx, at[3].y() - dy);
    Point right = new Point(at[3].x() + dx, at[3].y() + dy);
    return new Detection(box, new Landmarks(at[0], at[1], at[2], left, right), score);
  }

  private void fill(Frame frame, double scale) {
    int width = Math.max(1, (int) Math.round(frame.width() * scale));
    int height = Math.max(1, (int) Math.round(frame.height() * scale));
    if (scaler.filter(s -> s.width() == width && s.height() == height).isEmpty()) {
      scaler.ifPresent(Scaler::close);
      scaler = Optional.of(new Scaler(width, height, Scaler.Quality.AREA));
      Arrays.fill(pixels, -1);
    }
    ByteBuffer rgb = scaler.orElseThrow().rgb(frame);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width * 3; x++) {
        pixels[y * SIZE * 3 + x] = (rgb.get(y * width * 3 + x) & 0xff) / 127.5f - 1;
      }
    }
    FloatBuffer input = network.input();
    input.put(0, pixels);
  }

  @Override
  public void close() {
    scaler.ifPresent(Scaler::close);
    network.close();
  }
}
