package io.github.idols.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.idols.tflite.Graph;
import io.github.idols.tflite.Operation;
import io.github.idols.tflite.Operation.Convolution;
import io.github.idols.tflite.Operation.Elementwise;
import io.github.idols.tflite.Operation.Flatten;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A TensorFlow Lite model as a block that can be trained, with the weights of its file.
 *
 * <p>Takes pictures as NCHW, where the file has NHWC; what it gives is the same. Used by one
 * thread.
 */
final class GraphBlock extends AbstractBlock {
  private static final byte VERSION = 1;

  private final Graph graph;
  private final Map<Integer, Convolution> filters = new HashMap<>();
  private final Map<Integer, Parameter> weights = new TreeMap<>();

  /**
   * Builds the block.
   *
   * @param manager owns the weights
   */
  GraphBlock(Graph graph, NDManager manager) {
    super(VERSION);
    this.graph = graph;
    for (Operation operation : graph.operations()) {
      if (operation instanceof Convolution convolution) {
        filters.put(convolution.filter(), convolution);
      }
    }
    for (int tensor : graph.weights()) {
      Shape shape = shape(tensor);
      Parameter weight =
          addParameter(
              Parameter.builder()
                  .setName("tensor" + tensor)
                  .setType(Parameter.Type.WEIGHT)
                  .build());
      weight.setArray(manager.create(fromFile(tensor, graph.constant(tensor)), shape));
      weights.put(tensor, weight);
    }
  }

  /** The model's file with the weights as they are now. */
  byte[] toFile() {
    Map<Integer, float[]> values = new HashMap<>();
    weights.forEach(
        (tensor, weight) -> values.put(tensor, toFile(tensor, weight.getArray().toFloatArray())));
    return graph.withConstants(values);
  }

  /** What there is so far while the model runs, by number of the tensor. */
  private static final class Tensors {
    private final Map<Integer, NDArray> arrays = new HashMap<>();

    void put(int tensor, NDArray array) {
      arrays.put(tensor, array);
    }

    NDArray get(int tensor) {
      return Objects.requireNonNull(arrays.get(tensor));
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    Tensors made = new Tensors();
    NDArray picture = inputs.singletonOrThrow();
    made.put(graph.input(), picture);
    weights.forEach(
        (tensor, weight) ->
            made.put(tensor, store.getValue(weight, picture.getDevice(), training)));
    for (Operation operation : graph.operations()) {
      made.put(operation.output(), run(operation, made));
    }
    return new NDList(made.get(graph.output()));
  }

  private NDArray run(Operation operation, Tensors made) {
    if (operation instanceof Convolution convolution) {
      return convolve(convolution, made);
    }
    if (operation instanceof Elementwise elementwise) {
      return compute(elementwise, made);
    }
    Flatten flatten = (Flatten) operation;
    NDArray input = made.get(flatten.input());
    return input.transpose(0, 2, 3, 1).reshape(input.getShape().get(0), -1);
  }

  private static NDArray convolve(Convolution how, Tensors made) {
    NDArray input = made.get(how.input());
    NDArray filter = made.get(how.filter());
    Shape size = filter.getShape();
    long[] high = {0, 0};
    long[] wide = {0, 0};
    if (how.same()) {
      high = around(input.getShape().get(2), size.get(2), how.strideHeight());
      wide = around(input.getShape().get(3), size.get(3), how.strideWidth());
    }
    Shape padding = new Shape(high[0], wide[0]);
    if (high[0] != high[1] || wide[0] != wide[1]) {
      input = input.pad(new Shape(wide[0], wide[1], high[0], high[1]), 0);
      padding = new Shape(0, 0);
    }
    return Conv2d.conv2d(
            input,
            filter,
            made.get(how.bias()),
            new Shape(how.strideHeight(), how.strideWidth()),
            padding,
            new Shape(1, 1),
            how.depthwise() ? Math.toIntExact(size.get(0)) : 1)
        .singletonOrThrow();
  }

  /** Zeros before and behind, as TensorFlow puts them: the odd one behind. */
  private static long[] around(long length, long filter, long stride) {
    long results = (length + stride - 1) / stride;
    long all = Math.max(0, (results - 1) * stride + filter - length);
    return new long[] {all / 2, all - all / 2};
  }

  private NDArray compute(Elementwise how, Tensors made) {
    NDArray first = operand(how.inputs().get(0), made);
    return switch (how.kind()) {
      case ABS -> first.abs();
      case RELU -> Activation.relu(first);
      case ADD -> first.add(operand(how.inputs().get(1), made));
      case MUL -> first.mul(operand(how.inputs().get(1), made));
      case SUB -> first.sub(operand(how.inputs().get(1), made));
    };
  }

  /**
   * One number for each channel lies along the channels.
   *
   * <p>What is made of a weight belongs to the pictures' manager, not to the weight's, which lives
   * as long as the model: the result of an operation goes to the manager of its first operand.
   */
  private NDArray operand(int tensor, Tensors made) {
    NDArray operand = made.get(tensor);
    if (!weights.containsKey(tensor)) {
      return operand;
    }
    NDArray along = operand.reshape(1, -1, 1, 1);
    along.attach(made.get(graph.input()).getManager());
    return along;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    List<Integer> output = graph.shape(graph.output());
    return new Shape[] {new Shape(inputShapes[0].get(0), output.get(output.size() - 1))};
  }

  /** A filter lies OHWI in the file and OIHW here; a depthwise one 1HWO and O1HW. */
  private Shape shape(int tensor) {
    List<Integer> shape = graph.shape(tensor);
    Convolution filter = filters.get(tensor);
    if (filter == null) {
      return new Shape(shape.stream().mapToLong(Integer::longValue).toArray());
    }
    return filter.depthwise()
        ? new Shape(shape.get(3), 1, shape.get(1), shape.get(2))
        : new Shape(shape.get(0), shape.get(3), shape.get(1), shape.get(2));
  }

  private float[] fromFile(int tensor, float[] values) {
    return reorder(tensor, values, true);
  }

  private float[] toFile(int tensor, float[] values) {
    return reorder(tensor, values, false);
  }

  private float[] reorder(int tensor, float[] values, boolean fromFile) {
    Convolution filter = filters.get(tensor);
    if (filter == null) {
      return values;
    }
    List<Integer> shape = graph.shape(tensor);
    // A depthwise filter is one of 1 x (height x width) x out, all others out x (h x w) x in.
    int outer = shape.get(0);
    int places = shape.get(1) * shape.get(2);
    int inner = shape.get(3);
    float[] result = new float[values.length];
    for (int o = 0; o < outer; o++) {
      for (int p = 0; p < places; p++) {
        for (int i = 0; i < inner; i++) {
          int inFile = (o * places + p) * inner + i;
          int here = (o * inner + i) * places + p;
          result[fromFile ? here : inFile] = values[fromFile ? inFile : here];
        }
      }
    }
    return result;
  }
}
