package io.github.idols.training;

import ai.djl.MalformedModelException;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Faces as they are embedded when they are served. */
final class Embedded {
  private Embedded() {}

  /**
   * Each person's embeddings.
   *
   * @throws IOException when TensorFlow Lite does not take the network
   */
  static List<List<Embedding>> all(byte[] network, List<List<WideFace>> people) throws IOException {
    try (ServedNetwork served = new ServedNetwork(network)) {
      List<List<Embedding>> all = new ArrayList<>();
      for (List<WideFace> faces : people) {
        List<Embedding> embeddings = new ArrayList<>();
        for (WideFace face : faces) {
          embeddings.add(Embedding.of(served.run(FacePixels.plain(face))));
        }
        all.add(embeddings);
      }
      return all;
    } catch (MalformedModelException e) {
      throw new IOException("the tuned network does not load", e);
    }
  }
}
