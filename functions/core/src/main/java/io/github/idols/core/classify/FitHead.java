package io.github.idols.core.classify;

import io.github.idols.core.face.Embedding;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a head on embeddings alone: multinomial logistic regression, each person counted alike
 * however many pictures there are, in milliseconds.
 *
 * <p>The loss, mean cross-entropy with {@code PENALTY / 2} times the squares of the weights, has
 * one least value only, so the same faces always give the same head. It is gone down to by
 * Nesterov's accelerated gradients (Nesterov, A method of solving a convex programming problem with
 * convergence rate O(1/k²), 1983), with the step that the loss's curvature allows.
 */
public final class FitHead {
  /** Embeddings have length 1, too little for a sharp softmax: they are made longer first. */
  private static final double LENGTH = 8;

  private static final double PENALTY = 1e-2;
  private static final double CLOSE = 1e-5;
  private static final int MOST_STEPS = 1000;

  private final List<List<Embedding>> faces;
  private final int dimension;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<Integer> people = new ArrayList<>();

  private FitHead(List<List<Embedding>> faces) {
    this.faces = faces;
    dimension = faces.get(0).get(0).dimension();
    for (int p = 0; p < faces.size(); p++) {
      for (Embedding face : faces.get(p)) {
        float[] values = face.toArray();
        double[] input = new double[dimension];
        for (int i = 0; i < dimension; i++) {
          input[i] = LENGTH * values[i];
        }
        inputs.add(input);
        people.add(p);
      }
    }
  }

  /**
   * Trains a head.
   *
   * @param faces of each person, at least one
   * @throws IllegalArgumentException when there is nobody, or somebody without a face
   */
  public static SoftmaxHead of(List<List<Embedding>> faces) {
    if (faces.isEmpty() || faces.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("nobody to train on, or somebody without a face");
    }
    return new FitHead(faces).fit();
  }

  private SoftmaxHead fit() {
    int rows = faces.size();
    int columns = dimension + 1;
    double step = 1 / ((LENGTH * LENGTH + 1) / 2 + PENALTY);
    double momentum = (1 - Math.sqrt(PENALTY * step)) / (1 + Math.sqrt(PENALTY * step));
    double[] at = new double[rows * columns];
    double[] ahead = at.clone();
    for (int s = 0; s < MOST_STEPS; s++) {
      double[] slope = slope(ahead, columns);
      double steepest = 0;
      double[] next = new double[at.length];
      for (int i = 0; i < at.length; i++) {
        steepest = Math.max(steepest, Math.abs(slope[i]));
        next[i] = ahead[i] - step * slope[i];
        ahead[i] = next[i] + momentum * (next[i] - at[i]);
      }
      at = next;
      if (steepest < CLOSE) {
        break;
      }
    }
    List<float[]> weights = new ArrayList<>();
    float[] biases = new float[rows];
    for (int p = 0; p < rows; p++) {
      float[] row = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        row[i] = (float) (LENGTH * at[p * columns + i]);
      }
      weights.add(row);
      biases[p] = (float) at[p * columns + dimension];
    }
    return new SoftmaxHead(weights, biases);
  }

  private double[] slope(double[] at, int columns) {
    double[] slope = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      slope[i] = PENALTY * at[i];
    }
    double[] scores = new double[faces.size()];
    for (int n = 0; n < inputs.size(); n++) {
      double[] x = inputs.get(n);
      softmax(at, columns, x, scores);
      int truth = people.get(n);
      double share = 1.0 / faces.size() / faces.get(truth).size();
      for (int p = 0; p < scores.length; p++) {
        double error = share * (scores[p] - (p == truth ? 1 : 0));
        int row = p * columns;
        for (int i = 0; i < dimension; i++) {
          slope[row + i] += error * x[i];
        }
        slope[row + dimension] += error;
      }
    }
    return slope;
  }

  private void softmax(double[] at, int columns, double[] x, double[] scores) {
    for (int p = 0; p < scores.length; p++) {
      int row = p * columns;
      double sum = at[row + dimension];
      for (int i = 0; i < dimension; i++) {
        sum += at[row + i] * x[i];
      }
      scores[p] = sum;
    }
    SoftmaxHead.softmax(scores);
  }
}
