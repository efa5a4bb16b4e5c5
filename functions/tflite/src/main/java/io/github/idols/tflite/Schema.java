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
  static final int TENSOR_TYPE = 1;
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
  static final int OPTIONS_ADD_ACTIVATION = 0;
  static final int CONVOLUTION_PADDING = 0;
  static final int CONVOLUTION_STRIDE_W = 1;
  static final int CONVOLUTION_STRIDE_H = 2;
  static final int CONVOLUTION_ACTIVATION = 3;
  static final int CONVOLUTION_DILATION_W = 4;
  static final int CONVOLUTION_DILATION_H = 5;
  static final int DEPTHWISE_MULTIPLIER = 3;
  static final int DEPTHWISE_ACTIVATION = 4;
  static final int DEPTHWISE_DILATION_W = 5;
  static final int DEPTHWISE_DILATION_H = 6;

  // Operator codes.
  static final int ADD = 0;
  static final int CONV_2D = 3;
  static final int DEPTHWISE_CONV_2D = 4;
  static final int MUL = 18;
  static final int RELU = 19;
  static final int RESHAPE = 22;
  static final int SUB = 41;
  static final int ABS = 101;

  /** A kind of operator options. */
  static final int RESHAPE_OPTIONS = 17;

  /** The type of a tensor of floats. */
  static final int FLOAT32 = 0;

  private Schema() {}
}
