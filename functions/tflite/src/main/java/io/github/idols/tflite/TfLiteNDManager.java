package io.github.idols.tflite;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes arrays and owns them: closing it closes what was made with it. */
class TfLiteNDManager extends BaseNDManager {
  // DJL wants one root of all managers, which lives as long as the process.
  private static final TfLiteNDManager SYSTEM = new SystemManager();

  private TfLiteNDManager(@Nullable NDManager parent, @Nullable Device device) {
    super(parent, device);
  }

  static NDManager system() {
    return SYSTEM;
  }

  @Override
  public ByteBuffer allocateDirect(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
  }

  @Override
  public NDArray from(NDArray array) {
    if (array instanceof TfLiteNDArray) {
      return array;
    }
    NDArray copy = create(array.toByteBuffer(true), array.getShape(), array.getDataType());
    copy.setName(array.getName());
    return copy;
  }

  /**
   * Makes an array of a buffer's remaining elements. A <em>direct</em> buffer is used as it is, not
   * copied: refill it between predictions and no call allocates anything of its size. A buffer on
   * the heap is copied once. Bytes are taken to be in the machine's own order.
   *
   * @throws IllegalArgumentException when the buffer holds less than the shape, or another type
   */
  @Override
  public NDArray create(Buffer data, Shape shape, DataType dataType) {
    int size = Math.toIntExact(shape.size());
    BaseNDManager.validateBuffer(data, dataType, size);
    if (data.isDirect()) {
      return new TfLiteNDArray(this, data.slice(), shape, dataType);
    }
    ByteBuffer copy = TfLiteNDArray.allocate(size, dataType);
    BaseNDManager.copyBuffer(data.duplicate(), copy);
    return new TfLiteNDArray(this, copy, shape, dataType);
  }

  @Override
  public NDArray zeros(Shape shape, DataType dataType) {
    ByteBuffer data = TfLiteNDArray.allocate(Math.toIntExact(shape.size()), dataType);
    return new TfLiteNDArray(this, data, shape, dataType);
  }

  @Override
  public NDArray full(Shape shape, float value, DataType dataType) {
    if (dataType != DataType.FLOAT32) {
      throw new UnsupportedOperationException("only FLOAT32 can be filled, not " + dataType);
    }
    float[] values = new float[Math.toIntExact(shape.size())];
    Arrays.fill(values, value);
    return create(values, shape);
  }

  @Override
  public NDArray ones(Shape shape, DataType dataType) {
    return full(shape, 1, dataType);
  }

  @Override
  public NDManager newSubManager(@Nullable Device device) {
    TfLiteNDManager child = new TfLiteNDManager(this, device);
    attachUncappedInternal(child.uid, child);
    return child;
  }

  @Override
  public Engine getEngine() {
    // Not a field: the superclass's constructor asks for the engine already.
    return Engine.getEngine(TfLiteEngine.NAME);
  }

  private static final class SystemManager extends TfLiteNDManager
      implements NDManager.SystemNDManager {
    SystemManager() {
      super(null, null);
    }

    @Override
    public void attachInternal(String resourceId, AutoCloseable... resources) {}

    @Override
    public void attachUncappedInternal(String resourceId, AutoCloseable resource) {}

    @Override
    public void detachInternal(String resourceId) {}
  }
}
