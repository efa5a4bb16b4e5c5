package io.github.idols.tflite;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrayAdapter;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.Proxy;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array over a buffer: data without arithmetic.
 *
 * <p>{@code toByteBuffer(true)} gives the array's own memory, valid until the array is closed;
 * {@code toByteBuffer(false)} and the {@code to...Array} methods give copies. Not safe for use by
 * several threads.
 */
final class TfLiteNDArray extends NDArrayAdapter {
  // From position 0 to its limit; bytes in native order, or a typed buffer that a caller gave.
  private final Buffer data;
  // Takes the memory back for the next prediction when the array is closed.
  private @Nullable Runnable recycler;

  TfLiteNDArray(NDManager manager, Buffer data, Shape shape, DataType dataType) {
    this(manager, data, shape, dataType, null);
  }

  TfLiteNDArray(
      NDManager manager, Buffer data, Shape shape, DataType dataType, @Nullable Runnable recycler) {
    super(manager, null, shape, dataType, NDManager.nextUid());
    this.data = data instanceof ByteBuffer bytes ? bytes.order(ByteOrder.nativeOrder()) : data;
    this.recycler = recycler;
    manager.attachInternal(getUid(), this);
    NDScope.register(this);
  }

  /** Zeroed memory on the heap, in native order. */
  static ByteBuffer allocate(int elements, DataType dataType) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, dataType.getNumOfBytes()))
        .order(ByteOrder.nativeOrder());
  }

  /** Copies the elements to the start of a buffer of the same number of bytes, in one go. */
  void copyTo(ByteBuffer target) {
    BaseNDManager.copyBuffer(open().duplicate(), target);
  }

  private Buffer open() {
    if (isClosed) {
      throw new IllegalStateException("the array is closed; read it before it or its owner is");
    }
    return data;
  }

  private int elements() {
    return Math.toIntExact(getShape().size());
  }

  @Override
  public ByteBuffer toByteBuffer(boolean tryDirect) {
    if (tryDirect && open() instanceof ByteBuffer bytes) {
      // Read-only on the heap, or toByteArray would hand out memory that a next prediction reuses.
      ByteBuffer view = bytes.isDirect() ? bytes.duplicate() : bytes.asReadOnlyBuffer();
      return view.order(ByteOrder.nativeOrder()).rewind();
    }
    ByteBuffer copy = allocate(elements(), getDataType());
    copyTo(copy);
    return copy;
  }

  @Override
  public void set(Buffer source) {
    BaseNDManager.validateBuffer(source, getDataType(), elements());
    if (!(open() instanceof ByteBuffer bytes)) {
      throw new UnsupportedOperationException(
          "the array is a view of a " + data.getClass().getSimpleName() + ": write to that");
    }
    BaseNDManager.copyBuffer(source.duplicate(), bytes.duplicate().order(ByteOrder.nativeOrder()));
  }

  @Override
  public NDArray duplicate() {
    return named(new TfLiteNDArray(manager, toByteBuffer(false), shape, dataType));
  }

  @Override
  public NDArray reshape(Shape to) {
    long[] dimensions = to.getShape().clone();
    int free = -1;
    long known = 1;
    for (int i = 0; i < dimensions.length; i++) {
      if (dimensions[i] == -1 && free < 0) {
        free = i;
      } else {
        known *= dimensions[i];
      }
    }
    if (free >= 0 && known > 0) {
      dimensions[free] = elements() / known;
      known *= dimensions[free];
    }
    if (known != elements()) {
      throw new IllegalArgumentException(getShape() + " cannot be reshaped to " + to);
    }
    // The view may outlive this array, so its memory is no longer for reuse.
    recycler = null;
    return named(new TfLiteNDArray(manager, shared(), new Shape(dimensions), dataType));
  }

  private Buffer shared() {
    return open() instanceof ByteBuffer bytes ? bytes.duplicate() : data.duplicate();
  }

  private NDArray named(NDArray array) {
    array.setName(getName());
    return array;
  }

  @Override
  public NDArray flatten() {
    return reshape(new Shape(-1));
  }

  @Override
  public NDArray expandDims(int axis) {
    int rank = getShape().dimension();
    int at = axis < 0 ? axis + rank + 1 : axis;
    if (at < 0 || at > rank) {
      throw new IllegalArgumentException(shape + " has no place for a dimension " + axis);
    }
    return reshape(shape.slice(0, at).add(1).addAll(shape.slice(at)));
  }

  @Override
  public NDArray squeeze(int[] axes) {
    List<Long> kept = new ArrayList<>();
    long[] dimensions = getShape().getShape();
    for (int i = 0; i < dimensions.length; i++) {
      int axis = i;
      if (Arrays.stream(axes).noneMatch(a -> a == axis || a == axis - dimensions.length)) {
        kept.add(dimensions[i]);
      } else if (dimensions[i] != 1) {
        throw new IllegalArgumentException(
            "dimension " + i + " of " + shape + " is not 1 and cannot be squeezed");
      }
    }
    return reshape(new Shape(kept));
  }

  @Override
  public NDList split(long sections, int axis) {
    long rows = getShape().dimension() == 0 ? 0 : getShape().get(0);
    if (axis != 0 || sections < 1 || rows % sections != 0) {
      throw new IllegalArgumentException(
          shape + " cannot be split into " + sections + " equal parts along axis " + axis);
    }
    ByteBuffer all = toByteBuffer(false);
    int bytes = (int) (all.remaining() / sections);
    Shape part = new Shape(rows / sections).addAll(shape.slice(1));
    NDList parts = new NDList();
    for (int i = 0; i < sections; i++) {
      parts.add(new TfLiteNDArray(manager, all.slice(i * bytes, bytes), part, dataType));
    }
    return parts;
  }

  /** Does {@code stack} along the first axis, which DJL's default batchifier needs. */
  @Override
  public NDArrayEx getNDArrayInternal() {
    return (NDArrayEx)
        Proxy.newProxyInstance(
            NDArrayEx.class.getClassLoader(),
            new Class<?>[] {NDArrayEx.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("stack")
                  && arguments[0] instanceof NDList others
                  && arguments[1].equals(0)) {
                return stack(others);
              }
              throw new UnsupportedOperationException(
                  method.getName() + " is not supported by the engine " + TfLiteEngine.NAME);
            });
  }

  private NDArray stack(NDList others) {
    int count = others.size() + 1;
    ByteBuffer all = allocate(Math.multiplyExact(count, elements()), dataType);
    int bytes = all.capacity() / count;
    copyTo(all.slice(0, bytes).order(ByteOrder.nativeOrder()));
    for (int i = 1; i < count; i++) {
      NDArray other = others.get(i - 1);
      if (!other.getShape().equals(shape) || other.getDataType() != dataType) {
        throw new EngineException(
            String.format(
                "cannot stack %s %s on %s %s",
                other.getDataType(), other.getShape(), dataType, shape));
      }
      all.put(i * bytes, other.toByteBuffer(true), 0, bytes);
    }
    return new TfLiteNDArray(manager, all, new Shape(count).addAll(shape), dataType);
  }

  @Override
  public void intern(NDArray replaced) {
    throw new UnsupportedOperationException("an array of this engine keeps its memory");
  }

  @Override
  public void detach() {
    manager.detachInternal(getUid());
    manager = TfLiteNDManager.system();
  }

  @Override
  public void close() {
    if (!isClosed) {
      super.close();
      if (recycler != null) {
        recycler.run();
        recycler = null;
      }
    }
  }
}
