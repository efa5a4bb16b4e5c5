package io.github.idols.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import io.github.idols.core.classify.SoftmaxHead;
import io.github.idols.core.classify.TrainingSettings;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import io.github.idols.tflite.Graph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Teaches the face network to tell some people apart: first a new last layer alone, then all of it
 * with a small learning rate. Used by one thread.
 */
final class FineTune {
  private static final String ENGINE = "PyTorch";

  /** Embeddings have length 1, too little for a sharp softmax: they are made longer first. */
  private static final float LENGTH = 16;

  private static final float DROPOUT = 0.3f;

  /** The last layer learns from embeddings that are made once, of so many copies of each face. */
  private static final int COPIES = 8;

  private static final Stage FIRST = new Stage(1, 40, Tracker.fixed(3e-3f), 4);
  private static final int PATIENCE = 3;
  private static final int COPIES_AN_EPOCH = 3;

  /** Of each face that is held back: as it is, and some copies, always the same. */
  private static final int HELD_COPIES = 7;

  /** A fifth of each person's faces is held back, one at least. */
  private static final int HELD_BACK = 5;

  private static final int BATCH = 32;

  /** What a picture leaves in memory on its way through the whole network is some 80 MB. */
  private static final int BATCH_OF_PICTURES = 16;

  private static final int DIMENSION = 192;

  private final byte[] network;
  private final TrainingSettings settings;
  private final Consumer<Epoch> progress;

  FineTune(byte[] network, TrainingSettings settings, Consumer<Epoch> progress) {
    this.network = network;
    this.settings = settings;
    this.progress = progress;
  }

  /** A face, and the number of whose it is. */
  private record Known(WideFace face, int person) {}

  /**
   * Trains on some people's faces.
   *
   * @param people each person's, at least two of each
   * @throws IOException when the engine cannot do it
   */
  TunedNetwork run(List<List<WideFace>> people) throws IOException {
    Engine.getEngine(ENGINE)
        .setRandomSeed(Math.toIntExact(Math.floorMod(settings.seed(), 1 << 30)));
    List<Known> learning = new ArrayList<>();
    List<Known> heldBack = new ArrayList<>();
    split(people, learning, heldBack);
    try (Model first = Model.newInstance("head", ENGINE);
        Model second = Model.newInstance("network", ENGINE);
        ServedNetwork served = new ServedNetwork(network)) {
      Linear layer = Linear.builder().setUnits(people.size()).build();
      first.setBlock(head(layer));
      Shape embedding = new Shape(DIMENSION);
      Stage.Outcome outcome =
          FIRST.run(
              first,
              embedding,
              new Batches(
                  embedded(served, learning, COPIES, random(1)),
                  embedding,
                  BATCH,
                  Optional.of(random(2))),
              new Batches(
                  embedded(served, heldBack, HELD_COPIES, random(3)),
                  embedding,
                  BATCH,
                  Optional.empty()),
              progress);
      SoftmaxHead head = head(people.size(), layer);
      if (settings.freeze()) {
        return new TunedNetwork(network, head, head, outcome.epochs(), 0, 1);
      }
      return tune(second, layer, learning, heldBack, outcome, head);
    } catch (MalformedModelException | TranslateException e) {
      throw new IOException("the network cannot be trained", e);
    }
  }

  private TunedNetwork tune(
      Model model,
      Linear trained,
      List<Known> learning,
      List<Known> heldBack,
      Stage.Outcome first,
      SoftmaxHead firstHead)
      throws IOException, TranslateException, MalformedModelException {
    NDManager manager = model.getNDManager();
    GraphBlock graph = new GraphBlock(Graph.read(network), manager);
    Linear layer = Linear.builder().setUnits(firstHead.people()).build();
    model.setBlock(
        new SequentialBlock()
            .add(graph)
            .add(LambdaBlock.singleton(FineTune::lengthened, "length"))
            .add(Dropout.builder().optRate(DROPOUT).build())
            .add(layer));
    layer.initialize(manager, DataType.FLOAT32, new Shape(1, DIMENSION));
    Weights.of(trained).putInto(layer);
    Shape picture = new Shape(3, FacePixels.SIZE, FacePixels.SIZE);
    Augmentation copies = new Augmentation(random(4));
    List<Batches.Example> examples = new ArrayList<>();
    for (int i = 0; i < COPIES_AN_EPOCH; i++) {
      learning.forEach(
          known ->
              examples.add(new Batches.Example(known.person(), () -> copies.copy(known.face()))));
    }
    Stage.Outcome second =
        new Stage(2, settings.epochs(), schedule(examples.size()), PATIENCE)
            .run(
                model,
                picture,
                new Batches(examples, picture, BATCH_OF_PICTURES, Optional.of(random(5))),
                new Batches(
                    pictures(heldBack, HELD_COPIES, random(3)),
                    picture,
                    BATCH_OF_PICTURES,
                    Optional.empty()),
                progress);
    byte[] tuned = second.best() == 0 ? network : graph.toFile();
    List<Epoch> epochs = new ArrayList<>(first.epochs());
    epochs.addAll(second.epochs());
    return new TunedNetwork(
        tuned,
        firstHead,
        head(firstHead.people(), layer),
        epochs,
        second.best(),
        agreement(graph, manager, tuned, heldBack));
  }

  /**
   * Rises over the first epoch, then falls: Adam knows nothing of the weights at first, and steps
   * of full size into all directions would undo what the network knows.
   */
  private Tracker schedule(int examples) {
    int steps = (examples + BATCH_OF_PICTURES - 1) / BATCH_OF_PICTURES;
    float rate = (float) settings.learningRate();
    return Tracker.warmUp()
        .optWarmUpBeginValue(rate / steps)
        .optWarmUpSteps(steps)
        .setMainTracker(
            Tracker.cosine()
                .setBaseValue(rate)
                .optFinalValue(rate / 10)
                .setMaxUpdates(steps * settings.epochs())
                .build())
        .build();
  }

  private void split(List<List<WideFace>> people, List<Known> learning, List<Known> heldBack) {
    Random random = random(0);
    for (int p = 0; p < people.size(); p++) {
      List<WideFace> faces = new ArrayList<>(people.get(p));
      Collections.shuffle(faces, random);
      int held = Math.max(1, faces.size() / HELD_BACK);
      for (int i = 0; i < faces.size(); i++) {
        (i < held ? heldBack : learning).add(new Known(faces.get(i), p));
      }
    }
  }

  /** A stream of lots of its own for each use, so that one more use does not change the others. */
  private Random random(int use) {
    return new Random(settings.seed() * 31 + use);
  }

  private static SequentialBlock head(Linear layer) {
    return new SequentialBlock().add(Dropout.builder().optRate(DROPOUT).build()).add(layer);
  }

  /** The layer as it is served: over embeddings of length 1. */
  private static SoftmaxHead head(int people, Linear layer) {
    float[] all = layer.getParameters().get("weight").getArray().toFloatArray();
    float[] biases = layer.getParameters().get("bias").getArray().toFloatArray();
    List<float[]> weights = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      float[] row = Arrays.copyOfRange(all, p * DIMENSION, (p + 1) * DIMENSION);
      for (int i = 0; i < row.length; i++) {
        row[i] *= LENGTH;
      }
      weights.add(row);
    }
    return new SoftmaxHead(weights, biases);
  }

  private static NDArray lengthened(NDArray embeddings) {
    NDArray length = embeddings.square().sum(new int[] {1}, true).add(1e-12f).sqrt();
    return embeddings.div(length).mul(LENGTH);
  }

  /** Each face as it is, and some copies of it. */
  private static List<Batches.Example> pictures(List<Known> faces, int copies, Random random) {
    Augmentation augmentation = new Augmentation(random);
    List<Batches.Example> examples = new ArrayList<>();
    for (Known known : faces) {
      examples.add(fixed(known.person(), FacePixels.plain(known.face())));
      for (int i = 0; i < copies; i++) {
        examples.add(fixed(known.person(), augmentation.copy(known.face())));
      }
    }
    return examples;
  }

  private static Batches.Example fixed(int person, float[] input) {
    return new Batches.Example(person, () -> input);
  }

  private static List<Batches.Example> embedded(
      ServedNetwork served, List<Known> faces, int copies, Random random) {
    List<Batches.Example> examples = new ArrayList<>();
    for (Batches.Example picture : pictures(faces, copies, random)) {
      float[] embedding = Embedding.of(served.run(picture.input().get())).toArray();
      for (int i = 0; i < embedding.length; i++) {
        embedding[i] *= LENGTH;
      }
      examples.add(fixed(picture.person(), embedding));
    }
    return examples;
  }

  /** Least cosine between what was trained and what is served, over the held-back faces. */
  private static double agreement(
      GraphBlock graph, NDManager manager, byte[] tuned, List<Known> faces)
      throws MalformedModelException {
    double least = 1;
    try (ServedNetwork served = new ServedNetwork(tuned)) {
      for (Known known : faces) {
        float[] face = FacePixels.plain(known.face());
        try (NDManager own = manager.newSubManager()) {
          NDArray input = own.create(face, new Shape(1, 3, FacePixels.SIZE, FacePixels.SIZE));
          NDArray trained =
              graph
                  .forward(new ParameterStore(own, false), new NDList(input), false)
                  .singletonOrThrow();
          least =
              Math.min(
                  least,
                  Embedding.of(trained.toFloatArray()).cosine(Embedding.of(served.run(face))));
        }
      }
    }
    return least;
  }
}
