package io.github.idols.tflite;

import ai.djl.MalformedModelException;
import io.github.idols.tflite.Operation.Elementwise.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model computes, to be rebuilt in another engine: its operations and its constants. And the
 * way back: the same file with other constants.
 *
 * <p>It knows the operations that a convolutional network of floats with one input and one output
 * consists of, and refuses all others. Immutable.
 */
public final class Graph {
  private final byte[] bytes;
  private final FlatTable model;
  private final FlatTable.Vector tensors;
  private final int input;
  private final int output;
  private final List<Operation> operations;

  private Graph(byte[] bytes) throws MalformedModelException {
    this.bytes = bytes;
    model = FlatTable.root(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    if (!GraphCheck.passes(model.bytes())) {
      throw new MalformedModelException("the model refers to what is not there");
    }
    FlatTable graph = model.vector(Schema.MODEL_SUBGRAPHS).table(0);
    tensors = graph.vector(Schema.GRAPH_TENSORS);
    input = only(graph.vector(Schema.GRAPH_INPUTS), "input");
    output = only(graph.vector(Schema.GRAPH_OUTPUTS), "output");
    FlatTable.Vector operators = graph.vector(Schema.GRAPH_OPERATORS);
    List<Operation> read = new ArrayList<>();
    for (int i = 0; i < operators.length(); i++) {
      read.add(operation(operators.table(i)));
    }
    operations = List.copyOf(read);
  }

  /**
   * Reads a model.
   *
   * @param model the file; a copy is kept
   * @throws MalformedModelException when it is none, or has operations that are not known here
   */
  public static Graph read(byte[] model) throws MalformedModelException {
    try {
      return new Graph(model.clone());
    } catch (IndexOutOfBoundsException e) {
      throw new MalformedModelException("this is not a TensorFlow Lite model, or it is cut off", e);
    }
  }

  /** Number of the tensor that goes in. */
  public int input() {
    return input;
  }

  /** Number of the tensor that comes out. */
  public int output() {
    return output;
  }

  /** In an order in which each finds its inputs made. */
  public List<Operation> operations() {
    return operations;
  }

  /** The dimensions of a tensor as the file says them. */
  public List<Integer> shape(int tensor) {
    FlatTable.Vector shape = tensors.table(tensor).vector(Schema.TENSOR_SHAPE);
    List<Integer> dimensions = new ArrayList<>();
    for (int i = 0; i < shape.length(); i++) {
      dimensions.add(shape.intAt(i));
    }
    return List.copyOf(dimensions);
  }

  /** Numbers of the constant tensors of floats that operations use: the model's weights. */
  public Set<Integer> weights() {
    Set<Integer> weights = new TreeSet<>();
    for (Operation operation : operations) {
      if (operation instanceof Operation.Convolution convolution) {
        weights.add(convolution.filter());
        weights.add(convolution.bias());
      } else if (operation instanceof Operation.Elementwise elementwise) {
        elementwise.inputs().stream().filter(this::isConstant).forEach(weights::add);
      }
    }
    return weights;
  }

  /** A copy of a constant's numbers. */
  public float[] constant(int tensor) {
    float[] values = new float[data(tensor).length() / Float.BYTES];
    floats(bytes, data(tensor)).get(values);
    return values;
  }

  /**
   * The file with other numbers in some of its constants; every other byte stays as it is.
   *
   * @param values by the numbers of the tensors, each as many as there were
   * @throws IllegalArgumentException when a constant has another size, or two share their bytes
   */
  public byte[] withConstants(Map<Integer, float[]> values) {
    byte[] changed = bytes.clone();
    Set<Integer> starts = new TreeSet<>();
    values.forEach(
        (tensor, numbers) -> {
          FlatTable.Vector data = data(tensor);
          if (data.length() != numbers.length * Float.BYTES) {
            throw new IllegalArgumentException(
                numbers.length + " numbers for a constant of " + data.length() + " bytes");
          }
          if (!starts.add(data.start())) {
            throw new IllegalArgumentException("constant " + tensor + " shares its bytes");
          }
          floats(changed, data).put(numbers);
        });
    return changed;
  }

  /**
   * This file with the weights of another one that is the same but for them. A damaged file can end
   * the process that runs it; the result of this cannot, since of the other nothing but numbers is
   * taken over.
   *
   * @throws MalformedModelException when the other differs in more than its weights, or has one
   *     that is not a finite number
   */
  public byte[] withWeightsOf(byte[] other) throws MalformedModelException {
    if (other.length != bytes.length) {
      throw new MalformedModelException("this is another network");
    }
    Map<Integer, float[]> values = new HashMap<>();
    for (int tensor : weights()) {
      float[] numbers = new float[data(tensor).length() / Float.BYTES];
      floats(other, data(tensor)).get(numbers);
      for (float number : numbers) {
        if (!Float.isFinite(number)) {
          throw new MalformedModelException("the network has a weight of " + number);
        }
      }
      values.put(tensor, numbers);
    }
    byte[] merged = withConstants(values);
    if (!Arrays.equals(merged, other)) {
      throw new MalformedModelException("this is another network, or it is damaged");
    }
    return merged;
  }

  private static FloatBuffer floats(byte[] bytes, FlatTable.Vector data) {
    return ByteBuffer.wrap(bytes, data.start(), data.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  private FlatTable.Vector data(int tensor) {
    int buffer = tensors.table(tensor).intAt(Schema.TENSOR_BUFFER);
    return model.vector(Schema.MODEL_BUFFERS).table(buffer).vector(Schema.BUFFER_DATA);
  }

  private boolean isConstant(int tensor) {
    return data(tensor).length() > 0;
  }

  private static int only(FlatTable.Vector numbers, String what) throws MalformedModelException {
    if (numbers.length() != 1) {
      throw new MalformedModelException(
          "a model with one " + what + " is read, not with " + numbers.length());
    }
    return numbers.intAt(0);
  }

  private Operation operation(FlatTable operator) throws MalformedModelException {
    List<Integer> inputs = numbers(operator.vector(Schema.OPERATOR_INPUTS));
    int made = only(operator.vector(Schema.OPERATOR_OUTPUTS), "output an operation");
    requireFloats(made);
    FlatTable code =
        model.vector(Schema.MODEL_OPERATOR_CODES).table(operator.intAt(Schema.OPERATOR_CODE));
    int kind =
        Math.max(code.byteAt(Schema.CODE_DEPRECATED_BUILTIN), code.intAt(Schema.CODE_BUILTIN));
    return switch (kind) {
      case Schema.CONV_2D, Schema.DEPTHWISE_CONV_2D ->
          convolution(operator, inputs, made, kind == Schema.DEPTHWISE_CONV_2D);
      case Schema.ABS -> elementwise(Kind.ABS, operator, inputs, made);
      case Schema.ADD -> elementwise(Kind.ADD, operator, inputs, made);
      case Schema.MUL -> elementwise(Kind.MUL, operator, inputs, made);
      case Schema.RELU -> elementwise(Kind.RELU, operator, inputs, made);
      case Schema.SUB -> elementwise(Kind.SUB, operator, inputs, made);
      case Schema.RESHAPE -> flatten(inputs, made);
      default -> throw new MalformedModelException("an operation of kind " + kind + " is not read");
    };
  }

  private void requireFloats(int tensor) throws MalformedModelException {
    if (tensors.table(tensor).byteAt(Schema.TENSOR_TYPE) != Schema.FLOAT32) {
      throw new MalformedModelException("only a model of floats is read");
    }
  }

  private Operation convolution(
      FlatTable operator, List<Integer> inputs, int made, boolean depthwise)
      throws MalformedModelException {
    FlatTable options = operator.table(Schema.OPERATOR_OPTIONS);
    int activation = depthwise ? Schema.DEPTHWISE_ACTIVATION : Schema.CONVOLUTION_ACTIVATION;
    int dilationHeight = depthwise ? Schema.DEPTHWISE_DILATION_H : Schema.CONVOLUTION_DILATION_H;
    int dilationWidth = depthwise ? Schema.DEPTHWISE_DILATION_W : Schema.CONVOLUTION_DILATION_W;
    if (inputs.size() != 3
        || options.byteAt(activation) != 0
        || options.intAt(dilationHeight, 1) != 1
        || options.intAt(dilationWidth, 1) != 1
        || (depthwise && options.intAt(Schema.DEPTHWISE_MULTIPLIER) != 1)) {
      throw new MalformedModelException(
          "a convolution with an activation, with dilation or without a bias is not read");
    }
    return new Operation.Convolution(
        inputs.get(0),
        inputs.get(1),
        inputs.get(2),
        made,
        options.intAt(Schema.CONVOLUTION_STRIDE_H),
        options.intAt(Schema.CONVOLUTION_STRIDE_W),
        options.byteAt(Schema.CONVOLUTION_PADDING) == 0,
        depthwise);
  }

  private static Operation elementwise(
      Kind kind, FlatTable operator, List<Integer> inputs, int made)
      throws MalformedModelException {
    // Of these only the ones on pairs have options, and all of them begin with the activation.
    if (operator.has(Schema.OPERATOR_OPTIONS)
        && operator.table(Schema.OPERATOR_OPTIONS).byteAt(Schema.OPTIONS_ADD_ACTIVATION) != 0) {
      throw new MalformedModelException(kind + " with an activation is not read");
    }
    return new Operation.Elementwise(kind, inputs, made);
  }

  private Operation flatten(List<Integer> inputs, int made) throws MalformedModelException {
    List<Integer> from = shape(inputs.get(0));
    List<Integer> to = shape(made);
    if (to.size() != 2 || !to.get(0).equals(from.get(0))) {
      throw new MalformedModelException("a change of shape from " + from + " to " + to);
    }
    return new Operation.Flatten(inputs.get(0), made);
  }

  private static List<Integer> numbers(FlatTable.Vector vector) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < vector.length(); i++) {
      numbers.add(vector.intAt(i));
    }
    return numbers;
  }
}
