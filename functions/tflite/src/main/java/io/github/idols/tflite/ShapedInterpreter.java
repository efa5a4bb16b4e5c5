package io.github.idols.tflite;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter whose inputs have certain shapes, with memory for all of its tensors.
 *
 * <p>Not safe for use by several threads.
 */
final class ShapedInterpreter implements AutoCloseable {
  private final NativeModel model;
  private final Interpreter interpreter;
  private final Shape[] inputShapes;
  // Views of the interpreter's memory, made once: a prediction then only copies and invokes.
  private final ByteBuffer[] inputs;
  private final Output[] outputs;

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException when the model cannot take these shapes
   * @throws IllegalStateException when the model is closed
   */
  ShapedInterpreter(NativeModel model, List<Shape> shapes) {
    this.model = model;
    inputShapes = shapes.toArray(Shape[]::new);
    interpreter = model.acquire();
    boolean ready = false;
    try {
      resize();
      if (interpreter.AllocateTensors() != tensorflowlite.kTfLiteOk) {
        throw refused();
      }
      inputs =
          IntStream.range(0, inputShapes.length)
              .mapToObj(i -> memory(interpreter.input_tensor(i)).orElseThrow(this::refused))
              .toArray(ByteBuffer[]::new);
      outputs =
          IntStream.range(0, model.outputs().size())
              .mapToObj(i -> new Output(model.outputs().get(i), interpreter.output_tensor(i)))
              .toArray(Output[]::new);
      ready = true;
    } finally {
      if (!ready) {
        model.release(interpreter);
      }
    }
  }

  private void resize() {
    for (int i = 0; i < inputShapes.length; i++) {
      if (!inputShapes[i].equals(TensorSpec.shape(interpreter.input_tensor(i)))) {
        int[] dimensions =
            Arrays.stream(inputShapes[i].getShape()).mapToInt(Math::toIntExact).toArray();
        int tensor = interpreter.inputs().get(i);
        if (interpreter.ResizeInputTensor(tensor, dimensions) != tensorflowlite.kTfLiteOk) {
          throw refused();
        }
      }
    }
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException(
        String.format(
            "the model %s cannot take input of shape %s: it takes %s%s",
            model.name(),
            Arrays.toString(inputShapes),
            model.inputs(),
            model.options().freeBatch()
                ? ""
                : "; where only the first number differs, load it with the option freeBatch=true"));
  }

  /** A view of a tensor's memory; nothing while it has none. */
  private static Optional<ByteBuffer> memory(TfLiteTensor tensor) {
    if (tensor.bytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a tensor of " + tensor.bytes() + " bytes is too large for a Java buffer");
    }
    return Optional.ofNullable(tensor.data().raw())
        .map(memory -> memory.capacity(tensor.bytes()).asByteBuffer());
  }

  /** Whether the inputs have its shapes. */
  boolean fits(NDList given) {
    for (int i = 0; i < inputShapes.length; i++) {
      if (!inputShapes[i].equals(given.get(i).getShape())) {
        return false;
      }
    }
    return true;
  }

  Shape[] outputShapes() {
    return Arrays.stream(outputs).map(output -> output.shape).toArray(Shape[]::new);
  }

  /**
   * Runs the model: each input is copied in once, each output copied out once.
   *
   * @param given arrays that {@linkplain #fits fit} and have the right types
   * @param manager owns the outputs
   */
  NDList run(NDList given, NDManager manager) {
    for (int i = 0; i < inputs.length; i++) {
      NDArray array = given.get(i);
      if (array instanceof TfLiteNDArray own) {
        own.copyTo(inputs[i]);
      } else {
        inputs[i].rewind().put(array.toByteBuffer(true));
      }
    }
    if (interpreter.Invoke() != tensorflowlite.kTfLiteOk) {
      throw new IllegalStateException(
          "TensorFlow Lite failed to run the model " + model.name() + "; its reason is on stderr");
    }
    List<NDArray> results = new ArrayList<>(outputs.length);
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i].isDynamic()) {
        outputs[i] = new Output(model.outputs().get(i), interpreter.output_tensor(i));
      }
      results.add(outputs[i].copy(manager));
    }
    return new NDList(results);
  }

  @Override
  public void close() {
    model.release(interpreter);
  }

  /** One output, and the Java memory that it was last copied to and that is free again. */
  private static final class Output {
    private final TensorSpec spec;
    private final TfLiteTensor tensor;
    private final Shape shape;
    // An output whose shape depends on the values gets its memory while the model runs.
    private final Optional<ByteBuffer> memory;
    private final AtomicReference<@Nullable ByteBuffer> spare = new AtomicReference<>();

    Output(TensorSpec spec, TfLiteTensor tensor) {
      this.spec = spec;
      this.tensor = tensor;
      this.shape = TensorSpec.shape(tensor);
      memory = memory(tensor);
    }

    boolean isDynamic() {
      return tensor.allocation_type() == tensorflowlite.kTfLiteDynamic;
    }

    NDArray copy(NDManager manager) {
      ByteBuffer free = spare.getAndSet(null);
      ByteBuffer copy =
          free == null
              ? TfLiteNDArray.allocate(Math.toIntExact(shape.size()), spec.dataType())
              : free;
      memory.ifPresent(values -> copy.put(0, values, 0, copy.capacity()));
      NDArray array =
          new TfLiteNDArray(manager, copy, shape, spec.dataType(), () -> spare.set(copy));
      array.setName(spec.name());
      return array;
    }
  }
}
