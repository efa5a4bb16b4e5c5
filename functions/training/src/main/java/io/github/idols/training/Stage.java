package io.github.idols.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.TrainingResult;
import ai.djl.training.dataset.Batch;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One stage of training: Adam on the cross-entropy until the held-back pictures' loss does not fall
 * any more; the weights of the best epoch are kept.
 *
 * <p>An epoch's weights are the mean of those after each of its steps (Izmailov et al., "Averaging
 * weights leads to wider optima and better generalization", 2018): with so few pictures each single
 * step goes somewhere else.
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
        for (int epoch = 0; epoch < epochs; epoch++) {
          runEpoch(trainer, model.getBlock(), training, heldBack);
        }
      } catch (EarlyStoppingListener.EarlyStoppedException e) {
        return best.outcome();
      }
    }
    return best.outcome();
  }

  /** As {@link EasyTrain#fit}, but what is held back is shown to the mean weights. */
  private static void runEpoch(Trainer trainer, Block block, Batches training, Batches heldBack)
      throws IOException, TranslateException {
    Mean mean = new Mean();
    for (Batch batch : trainer.iterateDataset(training)) {
      EasyTrain.trainBatch(trainer, batch);
      trainer.step();
      batch.close();
      mean.add(Weights.of(block));
    }
    Weights last = Weights.of(block);
    mean.weights().putInto(block);
    EasyTrain.evaluateDataset(trainer, heldBack);
    trainer.notifyListeners(listener -> listener.onEpoch(trainer));
    last.putInto(block);
  }

  /** The mean of weights that come one after another. */
  private static final class Mean {
    private final Map<String, float[]> means = new HashMap<>();
    private int count;

    void add(Weights weights) {
      count++;
      weights
          .values()
          .forEach(
              (name, values) -> {
                float[] mean = means.computeIfAbsent(name, n -> new float[values.length]);
                for (int i = 0; i < mean.length; i++) {
                  mean[i] += (values[i] - mean[i]) / count;
                }
              });
    }

    Weights weights() {
      return new Weights(means);
    }
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
