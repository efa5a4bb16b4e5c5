package io.github.idols.core.classify;

/**
 * How a classifier is trained.
 *
 * @param epochs most epochs of the second stage, in which the whole network learns, at least 1
 * @param learningRate of the second stage, above 0 and below 1
 * @param freeze whether there is no second stage: the last layer alone learns
 * @param seed of everything that is drawn by lot
 */
public record TrainingSettings(int epochs, double learningRate, boolean freeze, long seed) {
  /** Larger ones do harm: at 1e-4 faces of strangers and of the trained people draw together. */
  public static final double LEARNING_RATE = 1e-5;

  /** Enough: the held-back pictures' loss is least before. */
  public static final int EPOCHS = 8;

  public TrainingSettings {
    if (epochs < 1 || !(learningRate > 0 && learningRate < 1)) {
      throw new IllegalArgumentException(
          epochs + " epochs with a learning rate of " + learningRate);
    }
  }
}
