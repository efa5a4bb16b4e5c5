package io.github.idols.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.TrainingResult;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.EarlyStoppingListener;
import ai.djl.training.listener.EvaluatorTrainingListener;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.listener.TrainingListenerAdapter;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One stage of training: Adam on the cross-entropy until the held-back pictures' loss does not fall
 * any more; the weights of the best epoch are kept.
 *
 * @param number 1 or 2
 * @param epochs most of them
 * @param learningRate of Adam, by step
 * @param patience epochs without a lower loss after which it ends
 */
record Stage(int number, int epochs, Tracker learningRate, int patience) {
  private static final String ACCURACY = "Accuracy";

  /** What came out: all epochs, and the one whose weights the block has now. */
  record Outcome(List<Epoch> epochs, int best) {}

  /**
   * Trains a model's block.
   *
   * @param model with its block; the block is made ready where it is not yet
   * @param shape of one input
   * @param progress is told of each epoch
   */
  Outcome run(
      Model model, Shape shape, Batches training, Batches heldBack, Consumer<Epoch> progress)
      throws IOException, TranslateException {
    Best best = new Best(model.getBlock(), progress);
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .optDevices(new Device[] {Device.cpu()})
            .optOptimizer(Optimizer.adam().optLearningRateTracker(learningRate).build())
            .addEvaluator(new Accuracy(ACCURACY))
            .addTrainingListeners(TrainingListener.Defaults.basic())
            .addTrainingListeners(
                best,
                EarlyStoppingListener.builder().optEpochPatience(patience).optMinEpochs(0).build());
    try (Trainer trainer = model.newTrainer(config)) {
      trainer.initialize(new Shape(1).addAll(shape));
      best.begin(trainer, heldBack);
      try {
        EasyTrain.fit(trainer, epochs, training, heldBack);
      } catch (EarlyStoppingListener.EarlyStoppedException e) {
        return best.outcome();
      }
    }
    return best.outcome();
  }

  /** Keeps the weights of the epoch with the least loss on the held-back pictures. */
  private final class Best extends TrainingListenerAdapter {
    private final Block block;
    private final Consumer<Epoch> progress;
    private final List<Epoch> all = new ArrayList<>();
    private Weights weights = new Weights(Map.of());
    private double least = Double.POSITIVE_INFINITY;
    private int best;

    Best(Block block, Consumer<Epoch> progress) {
      this.block = block;
      this.progress = progress;
    }

    /** What the stage begins with has to be beaten, too. */
    void begin(Trainer trainer, Batches heldBack) throws IOException, TranslateException {
      weights = Weights.of(block);
      EasyTrain.evaluateDataset(trainer, heldBack);
      String key = EvaluatorTrainingListener.VALIDATE_EPOCH;
      least = trainer.getLoss().getAccumulator(key);
      trainer.getLoss().resetAccumulator(key);
      trainer.getEvaluators().forEach(evaluator -> evaluator.resetAccumulator(key));
    }

    @Override
    public void onEpoch(Trainer trainer) {
      TrainingResult result = trainer.getTrainingResult();
      Epoch epoch =
          new Epoch(
              number,
              all.size() + 1,
              Objects.requireNonNull(result.getTrainLoss()),
              Objects.requireNonNull(result.getTrainEvaluation(ACCURACY)),
              Objects.requireNonNull(result.getValidateLoss()),
              Objects.requireNonNull(result.getValidateEvaluation(ACCURACY)));
      all.add(epoch);
      progress.accept(epoch);
      if (epoch.heldLoss() < least) {
        least = epoch.heldLoss();
        best = epoch.number();
        weights = Weights.of(block);
      }
    }

    Outcome outcome() {
      weights.putInto(block);
      return new Outcome(List.copyOf(all), best);
    }
  }
}
