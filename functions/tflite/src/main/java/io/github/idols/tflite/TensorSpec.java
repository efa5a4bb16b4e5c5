package io.github.idols.tflite;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;
import org.jspecify.annotations.Nullable;

/**
 * An input or output of a model.
 *
 * @param name as the file calls it
 * @param shape -1 where the file leaves a dimension open
 */
record TensorSpec(String name, DataType dataType, Shape shape) {
  /**
   * Reads what a native tensor is.
   *
   * @throws UnsupportedOperationException when its type is none of those that this engine knows
   */
  static TensorSpec of(@Nullable BytePointer nativeName, TfLiteTensor tensor) {
    String name = nativeName == null || nativeName.isNull() ? "" : nativeName.getString();
    return new TensorSpec(name, dataType(name, tensor.type()), signature(tensor));
  }

  /** The same with its first dimension open. */
  TensorSpec withFreeBatch() {
    return shape.dimension() == 0
        ? this
        : new TensorSpec(name, dataType, new Shape(-1).addAll(shape.slice(1)));
  }

  /** The shape that a native tensor has now. */
  static Shape shape(TfLiteTensor tensor) {
    return shape(tensor.dims());
  }

  private static Shape signature(TfLiteTensor tensor) {
    TfLiteIntArray signature = tensor.dims_signature();
    return signature == null || signature.isNull() || signature.size() == 0
        ? shape(tensor)
        : shape(signature);
  }

  private static Shape shape(TfLiteIntArray dims) {
    if (dims == null || dims.isNull()) {
      return new Shape();
    }
    long[] shape = new long[dims.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dims.data(i);
    }
    return new Shape(shape);
  }

  private static DataType dataType(String name, int type) {
    return switch (type) {
      case tensorflowlite.kTfLiteFloat32 -> DataType.FLOAT32;
      case tensorflowlite.kTfLiteFloat64 -> DataType.FLOAT64;
      case tensorflowlite.kTfLiteInt32 -> DataType.INT32;
      case tensorflowlite.kTfLiteInt64 -> DataType.INT64;
      case tensorflowlite.kTfLiteInt8 -> DataType.INT8;
      case tensorflowlite.kTfLiteUInt8 -> DataType.UINT8;
      case tensorflowlite.kTfLiteBool -> DataType.BOOLEAN;
      default ->
          throw new UnsupportedOperationException(
              "the tensor "
                  + name
                  + " has TensorFlow Lite's type "
                  + type
                  + ", which this engine does not know");
    };
  }

  @Override
  public String toString() {
    return dataType + " " + shape + " (" + name + ")";
  }
}
