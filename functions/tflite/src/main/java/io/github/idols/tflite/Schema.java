package io.github.idols.tflite;

/** Numbers of the fields and codes in TensorFlow Lite's public {@code schema.fbs} that are used. */
final class Schema {
  static final int MODEL_OPERATOR_CODES = 1;
  static final int MODEL_SUBGRAPHS = 2;
  static final int MODEL_BUFFERS = 4;
  static final int CODE_DEPRECATED_BUILTIN = 0;
  static final int CODE_BUILTIN = 3;
  static final int GRAPH_TENSORS = 0;
  static final int GRAPH_INPUTS = 1;
  static final int GRAPH_OUTPUTS = 2;
  static final int GRAPH_OPERATORS = 3;
  static final int TENSOR_SHAPE = 0;
  static final int TENSOR_BUFFER = 2;
  static final int TENSOR_IS_VARIABLE = 5;
  static final int OPERATOR_CODE = 0;
  static final int OPERATOR_INPUTS = 1;
  static final int OPERATOR_OUTPUTS = 2;
  static final int OPERATOR_OPTIONS_TYPE = 3;
  static final int OPERATOR_OPTIONS = 4;
  static final int OPERATOR_INTERMEDIATES = 8;
  static final int BUFFER_DATA = 0;
  static final int BUFFER_OFFSET = 1;
  static final int OPTIONS_NEW_SHAPE = 0;

  /** An operator code. */
  static final int RESHAPE = 22;

  /** A kind of operator options. */
  static final int RESHAPE_OPTIONS = 17;

  private Schema() {}
}
