package io.github.idols.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Alignment;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The browser extension has geometry and embedding once more, in TypeScript: its tests hold them to
 * a file of numbers, and this test holds that file to what this code gives.
 */
class ExtensionNumbersTest {
  private static final Path FILE =
      Path.of("..", "..", "web", "extension", "test", "java-numbers.txt");

  /** Frontal, turned in the picture, from the side, small. */
  private static final double[][] FACES = {
    {338, 251, 473, 250, 405, 331, 351, 410, 462, 409},
    {300, 200, 340, 230, 305, 245, 275, 245, 305, 268},
    {512, 300, 535, 300, 540, 330, 515, 362, 533, 361},
    {20.5, 30.25, 31, 30, 26, 36.75, 21.5, 42, 30.5, 41.5},
  };

  @Test
  void theExtensionsFileHasWhatThisCodeGives() throws IOException {
    List<String> lines = new ArrayList<>();
    for (double[] face : FACES) {
      Alignment to = Alignment.toArcFace(landmarks(face));
      lines.add("face " + numbers(face));
      lines.add("alignment " + numbers(to.a(), to.b(), to.tx(), to.ty()));
    }
    try (FaceModels models = new FaceModels();
        MobileFaceNet embedder = models.newEmbedder()) {
      for (int step : new int[] {1, 4}) {
        AlignedFace face = pattern(step);
        lines.add("detail " + numbers(Detail.measure(face)));
        lines.add("embedding " + numbers(embedder.embed(face)));
      }
    }
    List<String> kept = Files.readAllLines(FILE);
    assertEquals(lines.size(), kept.size(), String.join("\n", lines));
    for (int i = 0; i < lines.size(); i++) {
      assertSame(lines.get(i).split(" "), kept.get(i).split(" "));
    }
  }

  /** The last digit differs from processor to processor. */
  private static void assertSame(String[] given, String[] kept) {
    String line = String.join(" ", given);
    assertEquals(given[0], kept[0], line);
    assertEquals(given.length, kept.length, line);
    for (int i = 1; i < given.length; i++) {
      assertEquals(Double.parseDouble(given[i]), Double.parseDouble(kept[i]), 0.002, line);
    }
  }

  private static Landmarks landmarks(double[] at) {
    Point[] points = new Point[5];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(at[2 * i], at[2 * i + 1]);
    }
    return new Landmarks(points[0], points[1], points[2], points[3], points[4]);
  }

  /** No face, but the same in both languages: whole numbers alone. */
  private static AlignedFace pattern(int step) {
    byte[] rgb = new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % AlignedFace.SIZE / step;
      int y = i / 3 / AlignedFace.SIZE / step;
      rgb[i] = (byte) ((x * (i % 3 + 2) + y * 3 + x * y / 7) % 256);
    }
    return new AlignedFace(rgb);
  }

  private static String numbers(Embedding embedding) {
    float[] values = embedding.toArray();
    double[] all = new double[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i];
    }
    return numbers(all);
  }

  private static String numbers(double... values) {
    List<String> texts = new ArrayList<>();
    for (double value : values) {
      texts.add(String.format(Locale.ROOT, "%.3f", value));
    }
    return String.join(" ", texts);
  }
}
