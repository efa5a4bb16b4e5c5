package io.github.idols.core.scale;

import java.util.ArrayList;
import java.util.List;

/**
 * A video that comes in.
 *
 * @param arrives when its last byte is there, in seconds
 * @param chunks lengths of its chunks in seconds, in their order
 */
public record Film(double arrives, List<Double> chunks) {
  public Film {
    chunks = List.copyOf(chunks);
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("a film has chunks");
    }
  }

  /** One that is cut every so many seconds; the last chunk is what is left. */
  public static Film of(double arrives, double seconds, double chunkSeconds) {
    List<Double> chunks = new ArrayList<>();
    // What is left of a rounding error is no chunk.
    for (double start = 0; start < seconds - 1e-6; start += chunkSeconds) {
      chunks.add(Math.min(chunkSeconds, seconds - start));
    }
    return new Film(arrives, chunks);
  }

  double seconds() {
    return chunks.stream().mapToDouble(Double::doubleValue).sum();
  }
}
