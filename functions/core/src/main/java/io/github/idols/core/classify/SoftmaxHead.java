package io.github.idols.core.classify;

import io.github.idols.core.face.Embedding;
import java.util.List;

/**
 * The last layer of a classifier: a dense layer over embeddings, then softmax. It gives everybody
 * to one of its people, strangers too. Immutable.
 */
public final class SoftmaxHead {
  private final List<float[]> weights;
  private final float[] biases;

  /**
   * Takes copies of trained numbers.
   *
   * @param weights a row a person, as long as an embedding
   * @param biases one a person
   * @throws IllegalArgumentException when there is nobody, the sizes differ, or something is not a
   *     finite number
   */
  public SoftmaxHead(List<float[]> weights, float[] biases) {
    this.weights = weights.stream().map(float[]::clone).toList();
    this.biases = biases.clone();
    if (weights.isEmpty() || weights.size() != biases.length) {
      throw new IllegalArgumentException(
          "weights of " + weights.size() + " people, biases of " + biases.length);
    }
    requireFinite(this.biases);
    for (float[] row : this.weights) {
      if (row.length != this.weights.get(0).length) {
        throw new IllegalArgumentException("rows of different lengths");
      }
      requireFinite(row);
    }
  }

  private static void requireFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("a weight of " + value);
      }
    }
  }

  /** How many people it knows. */
  public int people() {
    return biases.length;
  }

  /** How long its embeddings are. */
  public int dimension() {
    return weights.get(0).length;
  }

  /** A copy of the weights, a row a person. */
  public List<float[]> weights() {
    return weights.stream().map(float[]::clone).toList();
  }

  /** A copy of the biases. */
  public float[] biases() {
    return biases.clone();
  }

  /**
   * How likely a face is each person's, if it is somebody's at all: one number a person, in sum 1.
   *
   * @throws IllegalArgumentException when the embedding has another length
   */
  public double[] probabilities(Embedding face) {
    double[] result = scores(face);
    softmax(result);
    return result;
  }

  /**
   * By how much the logarithm of each person's probability is below that of the likeliest, 0 or
   * more.
   *
   * @throws IllegalArgumentException when the embedding has another length
   */
  public double[] behindBest(Embedding face) {
    double[] result = scores(face);
    double largest = largest(result);
    for (int p = 0; p < result.length; p++) {
      result[p] = largest - result[p];
    }
    return result;
  }

  /**
   * What the layer gives before softmax: the logarithms of the probabilities, but for a constant.
   */
  private double[] scores(Embedding face) {
    float[] x = face.toArray();
    if (x.length != dimension()) {
      throw new IllegalArgumentException(
          "an embedding of " + x.length + " numbers where " + dimension() + " are needed");
    }
    double[] result = new double[people()];
    for (int p = 0; p < result.length; p++) {
      result[p] = biases[p];
      float[] row = weights.get(p);
      for (int i = 0; i < x.length; i++) {
        result[p] += (double) row[i] * x[i];
      }
    }
    return result;
  }

  /**
   * Makes scores into likelihoods, in place; the largest first taken off, so that none overflows.
   */
  static void softmax(double[] scores) {
    double largest = largest(scores);
    double sum = 0;
    for (int p = 0; p < scores.length; p++) {
      scores[p] = Math.exp(scores[p] - largest);
      sum += scores[p];
    }
    for (int p = 0; p < scores.length; p++) {
      scores[p] /= sum;
    }
  }

  private static double largest(double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** The most likely person's number. */
  public int best(Embedding face) {
    double[] behind = behindBest(face);
    int best = 0;
    for (int p = 1; p < behind.length; p++) {
      if (behind[p] < behind[best]) {
        best = p;
      }
    }
    return best;
  }
}
