package io.github.idols.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.idols.tflite.Graph;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphBlockTest {
  private static byte[] network() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            GraphBlockTest.class.getResourceAsStream("/models/mobilefacenet.tflite"))) {
      return in.readAllBytes();
    }
  }

  /** Two pictures of noise, NCHW. */
  private static float[] pictures() {
    Random random = new Random(7);
    float[] values = new float[2 * 3 * 112 * 112];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  private static float[] byTensorFlowLite(byte[] network) throws Exception {
    float[] pictures = pictures();
    int half = pictures.length / 2;
    try (ServedNetwork served = new ServedNetwork(network)) {
      float[] first = served.run(Arrays.copyOf(pictures, half));
      float[] second = served.run(Arrays.copyOfRange(pictures, half, pictures.length));
      float[] both = Arrays.copyOf(first, 2 * first.length);
      System.arraycopy(second, 0, both, first.length, second.length);
      return both;
    }
  }

  private static float[] byPyTorch(GraphBlock block, NDManager manager) {
    NDArray input = manager.create(pictures(), new Shape(2, 3, 112, 112));
    return block
        .forward(new ParameterStore(manager, false), new NDList(input), false)
        .singletonOrThrow()
        .toFloatArray();
  }

  @Test
  void givesWhatTensorFlowLiteGives() throws Exception {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      GraphBlock block = new GraphBlock(Graph.read(network()), manager);
      assertArrayEquals(byTensorFlowLite(network()), byPyTorch(block, manager), 1e-4f);
    }
  }

  @Test
  void givesBackTheFileByteForByteWhereNothingWasTrained() throws Exception {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      assertArrayEquals(network(), new GraphBlock(Graph.read(network()), manager).toFile());
    }
  }

  @Test
  void changedWeightsServeInTensorFlowLiteAsTheyDoHere() throws Exception {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      GraphBlock block = new GraphBlock(Graph.read(network()), manager);
      Weights before = Weights.of(block);
      block.getParameters().values().forEach(p -> p.getArray().muli(1.01));
      byte[] changed = block.toFile();
      float[] expected = byPyTorch(block, manager);
      assertArrayEquals(expected, byTensorFlowLite(changed), 2e-4f);
      before.putInto(block);
      assertArrayEquals(network(), block.toFile());
      assertEquals(network().length, changed.length);
    }
  }

  @Test
  void leavesNothingBehindWithItsWeights() throws Exception {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      GraphBlock block = new GraphBlock(Graph.read(network()), manager);
      int before = manager.getManagedArrays().size();
      try (NDManager own = manager.newSubManager()) {
        byPyTorch(block, own);
        assertTrue(own.getManagedArrays().size() > 100);
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }
}
