package io.github.idols.tflite;

import ai.djl.MalformedModelException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Frees the batch of a model whose file fixes it in RESHAPE operations.
 *
 * <p>Everything else in TensorFlow Lite follows a resized input by itself, but a RESHAPE to, say,
 * {@code [2,192]} takes two rows for ever. {@code [-1,192]} takes any number. The target stands in
 * a constant, in the operation's options, or in both; the constant wins. No byte moves: one number
 * takes another's place.
 */
final class BatchFreeing {
  private final FlatTable model;
  private final FlatTable graph;
  private final FlatTable.Vector tensors;
  private final FlatTable.Vector operators;
  private final Set<Integer> changedBuffers = new HashSet<>();

  private BatchFreeing(FlatTable model) {
    this.model = model;
    graph = model.vector(Schema.MODEL_SUBGRAPHS).table(0);
    tensors = graph.vector(Schema.GRAPH_TENSORS);
    operators = graph.vector(Schema.GRAPH_OPERATORS);
  }

  /**
   * Changes a model where it lies.
   *
   * @param bytes a verified model, little endian
   * @throws MalformedModelException when its inputs have different batches, or a constant to change
   *     is also used for something else; the bytes are then of no use any more
   */
  static void apply(ByteBuffer bytes) throws MalformedModelException {
    new BatchFreeing(FlatTable.root(bytes)).run();
  }

  private void run() throws MalformedModelException {
    int batch = batch();
    for (int i = 0; i < operators.length(); i++) {
      FlatTable operator = operators.table(i);
      if (isReshape(operator) && first(operator, Schema.OPERATOR_INPUTS) == batch) {
        free(operator, batch);
      }
    }
    for (int i = 0; i < operators.length(); i++) {
      requireUnchanged(operators.table(i));
    }
  }

  /** The first number of the inputs' shapes. */
  private int batch() throws MalformedModelException {
    FlatTable.Vector inputs = graph.vector(Schema.GRAPH_INPUTS);
    int batch = -1;
    for (int i = 0; i < inputs.length(); i++) {
      FlatTable.Vector shape = shape(inputs.intAt(i));
      if (shape.length() == 0 || (batch != -1 && shape.intAt(0) != batch)) {
        throw new MalformedModelException(
            "the batch cannot be freed: the inputs' shapes do not begin with the same number");
      }
      batch = shape.intAt(0);
    }
    return batch;
  }

  private FlatTable.Vector shape(int tensor) {
    return tensors.table(tensor).vector(Schema.TENSOR_SHAPE);
  }

  private boolean isReshape(FlatTable operator) {
    FlatTable code =
        model.vector(Schema.MODEL_OPERATOR_CODES).table(operator.intAt(Schema.OPERATOR_CODE));
    return Math.max(code.byteAt(Schema.CODE_DEPRECATED_BUILTIN), code.intAt(Schema.CODE_BUILTIN))
        == Schema.RESHAPE;
  }

  /** The first dimension of an operation's first input or output; -1 when it has none. */
  private int first(FlatTable operator, int field) {
    FlatTable.Vector operands = operator.vector(field);
    if (operands.length() == 0 || operands.intAt(0) < 0) {
      return -1;
    }
    FlatTable.Vector shape = shape(operands.intAt(0));
    return shape.length() == 0 ? -1 : shape.intAt(0);
  }

  private void free(FlatTable operator, int batch) {
    if (first(operator, Schema.OPERATOR_OUTPUTS) != batch) {
      return;
    }
    FlatTable.Vector result = shape(operator.vector(Schema.OPERATOR_OUTPUTS).intAt(0));
    if (operator.byteAt(Schema.OPERATOR_OPTIONS_TYPE) == Schema.RESHAPE_OPTIONS
        && operator.has(Schema.OPERATOR_OPTIONS)) {
      free(operator.table(Schema.OPERATOR_OPTIONS).vector(Schema.OPTIONS_NEW_SHAPE), result, batch);
    }
    FlatTable.Vector operands = operator.vector(Schema.OPERATOR_INPUTS);
    if (operands.length() > 1 && operands.intAt(1) >= 0) {
      int buffer = tensors.table(operands.intAt(1)).intAt(Schema.TENSOR_BUFFER);
      FlatTable.Vector data =
          model.vector(Schema.MODEL_BUFFERS).table(buffer).vector(Schema.BUFFER_DATA);
      FlatTable.Vector target =
          new FlatTable.Vector(data.bytes(), data.start(), data.length() / Integer.BYTES);
      if (free(target, result, batch)) {
        changedBuffers.add(buffer);
      }
    }
  }

  /** A target may hold one -1: where another dimension has it, that one becomes fixed instead. */
  private static boolean free(FlatTable.Vector target, FlatTable.Vector result, int batch) {
    if (target.length() != result.length() || target.intAt(0) != batch) {
      return false;
    }
    for (int i = 1; i < target.length(); i++) {
      if (target.intAt(i) == -1) {
        target.setInt(i, result.intAt(i));
      }
    }
    target.setInt(0, -1);
    return true;
  }

  /** Files share equal constants, so a changed one may be somebody else's too. */
  private void requireUnchanged(FlatTable operator) throws MalformedModelException {
    FlatTable.Vector operands = operator.vector(Schema.OPERATOR_INPUTS);
    boolean reshape = isReshape(operator);
    for (int i = 0; i < operands.length(); i++) {
      int tensor = operands.intAt(i);
      if (tensor >= 0
          && !(reshape && i == 1)
          && changedBuffers.contains(tensors.table(tensor).intAt(Schema.TENSOR_BUFFER))) {
        throw new MalformedModelException(
            "the batch cannot be freed: the constant that fixes it is also used elsewhere");
      }
    }
  }
}
