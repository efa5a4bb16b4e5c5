package io.github.idols.training;

import ai.djl.MalformedModelException;
import io.github.idols.core.classify.Means;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Faces as they are embedded when they are served. */
final class Embedded {
  private Embedded() {}

  /**
   * Each person's mean faces.
   *
   * @throws IOException when TensorFlow Lite does not take the network
   */
  static List<Means> means(byte[] network, List<List<WideFace>> people) throws IOException {
    List<List<Embedding>> full = all(network, people, Detail.FULL);
    List<List<Embedding>> half = all(network, people, Detail.HALF);
    List<List<Embedding>> quarter = all(network, people, Detail.QUARTER);
    List<Means> means = new ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      means.add(
          new Means(
              Embedding.mean(full.get(p)),
              Embedding.mean(half.get(p)),
              Embedding.mean(quarter.get(p))));
    }
    return means;
  }

  /**
   * Each person's embeddings.
   *
   * @param detail how much the faces are to show
   * @throws IOException when TensorFlow Lite does not take the network
   */
  static List<List<Embedding>> all(byte[] network, List<List<WideFace>> people, Detail detail)
      throws IOException {
    try (ServedNetwork served = new ServedNetwork(network)) {
      List<List<Embedding>> all = new ArrayList<>();
      for (List<WideFace> faces : people) {
        List<Embedding> embeddings = new ArrayList<>();
        for (WideFace face : faces) {
          embeddings.add(Embedding.of(served.run(FacePixels.at(face, detail))));
        }
        all.add(embeddings);
      }
      return all;
    } catch (MalformedModelException e) {
      throw new IOException("the tuned network does not load", e);
    }
  }
}
