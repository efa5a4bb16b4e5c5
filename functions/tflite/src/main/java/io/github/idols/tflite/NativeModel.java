package io.github.idols.tflite;

import ai.djl.MalformedModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * A verified model in native memory, shared by all of its interpreters.
 *
 * <p>Its memory is freed when it is closed and the last interpreter over it is too, in whichever
 * order that comes. Safe for use by several threads.
 */
final class NativeModel implements AutoCloseable {
  // Where a file says that it is a TensorFlow Lite model, and what it says.
  private static final int IDENTIFIER_AT = 4;
  private static final String IDENTIFIER = "TFL3";

  private final String name;
  private final Options options;
  private final BytePointer bytes;
  private final FlatBufferModel model;
  private final BuiltinOpResolver resolver;
  private final List<TensorSpec> inputs = new ArrayList<>();
  private final List<TensorSpec> outputs = new ArrayList<>();
  private int interpreters;
  private boolean closed;

  /**
   * Takes over a model's bytes.
   *
   * @param bytes freed when the model is closed, and when this constructor throws
   * @throws MalformedModelException when they are not a model that can be run
   */
  NativeModel(String name, BytePointer bytes, Options options) throws MalformedModelException {
    this.name = name;
    this.options = options;
    this.bytes = bytes;
    try {
      requireIdentifier();
      model = FlatBufferModel.VerifyAndBuildFromBuffer(bytes, bytes.capacity(), null, null);
    } catch (MalformedModelException | RuntimeException e) {
      bytes.deallocate();
      throw e;
    }
    resolver = new BuiltinOpResolver();
    try {
      ByteBuffer file = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      if (model == null || model.isNull() || !GraphCheck.passes(file)) {
        throw malformed("is damaged or cut off: its structure does not verify");
      }
      if (options.freeBatch()) {
        BatchFreeing.apply(file);
      }
      describe();
    } catch (MalformedModelException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void requireIdentifier() throws MalformedModelException {
    ByteBuffer file = bytes.asByteBuffer();
    boolean matches = file.remaining() >= IDENTIFIER_AT + IDENTIFIER.length();
    for (int i = 0; matches && i < IDENTIFIER.length(); i++) {
      matches = file.get(IDENTIFIER_AT + i) == IDENTIFIER.charAt(i);
    }
    if (!matches) {
      throw malformed("is not a TensorFlow Lite model: it lacks the identifier " + IDENTIFIER);
    }
  }

  private MalformedModelException malformed(String what) {
    return new MalformedModelException("the model " + name + " " + what);
  }

  /** Reads names, types and shapes off an interpreter that is never run. */
  private void describe() throws MalformedModelException {
    Interpreter interpreter;
    try {
      interpreter = build();
    } catch (IllegalArgumentException e) {
      throw new MalformedModelException(e.getMessage(), e);
    }
    try (interpreter) {
      // javacpp gives null for an empty list.
      if (interpreter.inputs() == null || interpreter.outputs() == null) {
        throw malformed("has no inputs or no outputs");
      }
      for (int i = 0; i < interpreter.inputs().limit(); i++) {
        TensorSpec input = TensorSpec.of(interpreter.GetInputName(i), interpreter.input_tensor(i));
        inputs.add(options.freeBatch() ? input.withFreeBatch() : input);
      }
      for (int i = 0; i < interpreter.outputs().limit(); i++) {
        TensorSpec output =
            TensorSpec.of(interpreter.GetOutputName(i), interpreter.output_tensor(i));
        outputs.add(options.freeBatch() ? output.withFreeBatch() : output);
      }
    } catch (UnsupportedOperationException e) {
      throw new MalformedModelException("the model " + name + ": " + e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }

  Options options() {
    return options;
  }

  List<TensorSpec> inputs() {
    return inputs;
  }

  List<TensorSpec> outputs() {
    return outputs;
  }

  /**
   * Makes an interpreter, with XNNPACK but with no memory for tensors yet; {@link #release} it.
   *
   * @throws IllegalStateException when the model is closed
   */
  synchronized Interpreter acquire() {
    if (closed) {
      throw new IllegalStateException("the model " + name + " is closed; load it again");
    }
    Interpreter interpreter = build();
    interpreters++;
    return interpreter;
  }

  /** Frees an interpreter that {@link #acquire} gave. */
  synchronized void release(Interpreter interpreter) {
    interpreter.close();
    interpreters--;
    freeIfUnused();
  }

  /**
   * The C++ builder with the built-in operations: only this way is XNNPACK applied. The C API
   * ({@code TfLiteInterpreterCreate}) leaves it out, which makes MobileFaceNet five times slower.
   */
  private Interpreter build() {
    Interpreter interpreter = new Interpreter((Pointer) null);
    try (InterpreterBuilder builder = new InterpreterBuilder(model, resolver)) {
      if (builder.SetNumThreads(options.threads()) != tensorflowlite.kTfLiteOk
          || builder.apply(interpreter) != tensorflowlite.kTfLiteOk
          || interpreter.isNull()) {
        interpreter.close();
        throw new IllegalArgumentException(
            "the model "
                + name
                + " cannot be run: it is damaged, or has operations that"
                + " TensorFlow Lite "
                + tensorflowlite.TfLiteVersion().getString()
                + " lacks");
      }
    }
    return interpreter;
  }

  /** Lets go of the model; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      freeIfUnused();
    }
  }

  private void freeIfUnused() {
    if (closed && interpreters == 0) {
      if (model != null) {
        model.close();
      }
      resolver.close();
      bytes.deallocate();
    }
  }
}
