package io.github.idols.core.face;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The vector of a face, of length 1 (L2-normalised): faces of one person lie close together.
 *
 * <p>Immutable. Biometric data: it stays private and is deleted for good when asked.
 */
public final class Embedding {
  /** Far more than rounding to floats costs, and far less than a foreign vector would be off. */
  private static final double ROUNDING = 1e-4;

  private final float[] values;

  private Embedding(float[] normalised) {
    values = normalised;
  }

  /**
   * Takes a raw vector and scales it to length 1.
   *
   * @throws IllegalArgumentException when it is empty, has length 0 or holds what is not a number
   */
  public static Embedding of(float... raw) {
    double square = 0;
    for (float value : raw) {
      square += (double) value * value;
    }
    if (!(square > 0) || Double.isInfinite(square)) {
      throw new IllegalArgumentException("not a vector with a direction: its length² is " + square);
    }
    float scale = (float) (1 / Math.sqrt(square));
    float[] values = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      values[i] = raw[i] * scale;
    }
    return new Embedding(values);
  }

  /**
   * Takes a vector that has length 1 already, and keeps its values to the last bit: those of an
   * embedding that was stored.
   *
   * @throws IllegalArgumentException when its length is not 1
   */
  public static Embedding ofUnit(float... values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    if (!(Math.abs(square - 1) <= ROUNDING)) {
      throw new IllegalArgumentException("not a vector of length 1: its length² is " + square);
    }
    return new Embedding(values.clone());
  }

  /**
   * The direction of the mean of some embeddings.
   *
   * @throws IllegalArgumentException when there is none, or they cancel each other out
   */
  public static Embedding mean(Collection<Embedding> embeddings) {
    if (embeddings.isEmpty()) {
      throw new IllegalArgumentException("the mean of no embeddings");
    }
    float[] sum = new float[embeddings.iterator().next().dimension()];
    for (Embedding embedding : embeddings) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += embedding.values[i];
      }
    }
    return of(sum);
  }

  /**
   * The direction of the weighted sum of some embeddings; nothing when they cancel each other out.
   *
   * @param weights one an embedding
   * @throws IllegalArgumentException when there is none, or the numbers differ
   */
  public static Optional<Embedding> weighted(List<Embedding> embeddings, double[] weights) {
    if (embeddings.isEmpty() || embeddings.size() != weights.length) {
      throw new IllegalArgumentException(
          weights.length + " weights of " + embeddings.size() + " embeddings");
    }
    double[] sum = new double[embeddings.get(0).dimension()];
    for (int e = 0; e < weights.length; e++) {
      float[] values = embeddings.get(e).values;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[e] * values[i];
      }
    }
    float[] raw = new float[sum.length];
    double square = 0;
    for (int i = 0; i < sum.length; i++) {
      raw[i] = (float) sum[i];
      square += (double) raw[i] * raw[i];
    }
    return square > 0 ? Optional.of(of(raw)) : Optional.empty();
  }

  public int dimension() {
    return values.length;
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  /** Cosine of the angle to another embedding, -1 to 1. */
  public double cosine(Embedding other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "embeddings of " + values.length + " and " + other.values.length + " dimensions");
    }
    double dot = 0;
    for (int i = 0; i < values.length; i++) {
      dot += (double) values[i] * other.values[i];
    }
    return dot;
  }

  /**
   * Euclidean distance to another embedding, 0 to 2: {@code |a - b|² = 2 - 2 cos} for unit vectors.
   */
  public double distance(Embedding other) {
    return Math.sqrt(Math.max(0, 2 - 2 * cosine(other)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Says its size only: an embedding must not get into logs. */
  @Override
  public String toString() {
    return "Embedding[" + values.length + "]";
  }
}
