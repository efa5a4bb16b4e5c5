package io.github.idols.tflite;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Checks what the numbers in a model refer to.
 *
 * <p>TensorFlow Lite verifies that a file is a FlatBuffer, yet it follows some of the numbers in it
 * unchecked: one wrong bit in a tensor's number then ends the whole process. Here every operation
 * may use only tensors that exist and that have their values by then.
 */
final class GraphCheck {
  private final FlatTable model;

  private GraphCheck(FlatTable model) {
    this.model = model;
  }

  /**
   * Checks a model.
   *
   * @param bytes a verified FlatBuffer, little endian
   * @return whether all that it refers to is there
   */
  static boolean passes(ByteBuffer bytes) {
    GraphCheck check = new GraphCheck(FlatTable.root(bytes));
    FlatTable.Vector graphs = check.model.vector(Schema.MODEL_SUBGRAPHS);
    boolean passes = graphs.length() > 0;
    for (int i = 0; passes && i < graphs.length(); i++) {
      passes = check.passes(graphs.table(i));
    }
    return passes;
  }

  private boolean passes(FlatTable graph) {
    FlatTable.Vector tensors = graph.vector(Schema.GRAPH_TENSORS);
    FlatTable.Vector operators = graph.vector(Schema.GRAPH_OPERATORS);
    FlatTable.Vector inputs = graph.vector(Schema.GRAPH_INPUTS);
    BitSet known = new BitSet(tensors.length());
    for (int i = 0; i < tensors.length(); i++) {
      FlatTable tensor = tensors.table(i);
      if (!passesTensor(tensor)) {
        return false;
      }
      known.set(i, isConstant(tensor) || tensor.byteAt(Schema.TENSOR_IS_VARIABLE) != 0);
    }
    if (!within(inputs, 0, tensors.length())) {
      return false;
    }
    for (int i = 0; i < inputs.length(); i++) {
      if (known.get(inputs.intAt(i))) {
        return false;
      }
      known.set(inputs.intAt(i));
    }
    for (int i = 0; i < operators.length(); i++) {
      if (!passesOperator(operators.table(i), tensors.length(), known)) {
        return false;
      }
    }
    FlatTable.Vector outputs = graph.vector(Schema.GRAPH_OUTPUTS);
    return within(outputs, 0, tensors.length()) && allKnown(outputs, known);
  }

  private boolean passesTensor(FlatTable tensor) {
    int buffer = tensor.intAt(Schema.TENSOR_BUFFER);
    FlatTable.Vector shape = tensor.vector(Schema.TENSOR_SHAPE);
    return buffer >= 0
        && buffer < model.vector(Schema.MODEL_BUFFERS).length()
        && within(shape, 0, Integer.MAX_VALUE);
  }

  private boolean isConstant(FlatTable tensor) {
    int buffer = tensor.intAt(Schema.TENSOR_BUFFER);
    FlatTable data = model.vector(Schema.MODEL_BUFFERS).table(buffer);
    return data.vector(Schema.BUFFER_DATA).length() > 0 || data.has(Schema.BUFFER_OFFSET);
  }

  /** Checks an operation and adds to the tensors that have values by then. */
  private boolean passesOperator(FlatTable operator, int tensors, BitSet known) {
    FlatTable.Vector inputs = operator.vector(Schema.OPERATOR_INPUTS);
    FlatTable.Vector outputs = operator.vector(Schema.OPERATOR_OUTPUTS);
    int code = operator.intAt(Schema.OPERATOR_CODE);
    // An operation leaves an operand out by the number -1.
    if (code < 0
        || code >= model.vector(Schema.MODEL_OPERATOR_CODES).length()
        || !within(inputs, -1, tensors)
        || !within(outputs, 0, tensors)
        || !within(operator.vector(Schema.OPERATOR_INTERMEDIATES), -1, tensors)
        || !allKnown(inputs, known)) {
      return false;
    }
    for (int i = 0; i < outputs.length(); i++) {
      if (known.get(outputs.intAt(i))) {
        return false;
      }
      known.set(outputs.intAt(i));
    }
    return true;
  }

  private static boolean within(FlatTable.Vector numbers, int least, int end) {
    for (int i = 0; i < numbers.length(); i++) {
      if (numbers.intAt(i) < least || numbers.intAt(i) >= end) {
        return false;
      }
    }
    return true;
  }

  private static boolean allKnown(FlatTable.Vector numbers, BitSet known) {
    for (int i = 0; i < numbers.length(); i++) {
      if (numbers.intAt(i) >= 0 && !known.get(numbers.intAt(i))) {
        return false;
      }
    }
    return true;
  }
}
