package io.github.idols.vision.face;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One network with one input shape: floats in, floats out. Not safe for use by several threads.
 *
 * <p>The input buffer is reused from call to call: fill {@link #input()}, then {@link #run()}.
 */
final class Network implements AutoCloseable {
  private final Predictor<FloatBuffer, List<float[]>> predictor;
  private final FloatBuffer input;

  /**
   * @param model a network with one float input; it stays open and can be shared
   * @param shape of the input, batch first
   */
  Network(Model model, Shape shape) {
    predictor = model.newPredictor(new Floats(shape));
    input =
        ByteBuffer.allocateDirect(Math.toIntExact(shape.size() * Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  /** The input's memory, to be filled by absolute puts. */
  FloatBuffer input() {
    return input;
  }

  /**
   * Runs the network over what {@link #input()} holds.
   *
   * @return copies of the outputs, the shortest first: the files do not agree on their order
   */
  List<float[]> run() {
    try {
      input.clear();
      return predictor.predict(input);
    } catch (TranslateException e) {
      throw new IllegalStateException("the network could not be run", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
  }

  private record Floats(Shape shape) implements NoBatchifyTranslator<FloatBuffer, List<float[]>> {
    @Override
    public NDList processInput(TranslatorContext context, FloatBuffer input) {
      return new NDList(context.getNDManager().create(input, shape));
    }

    @Override
    public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
      List<float[]> floats = new ArrayList<>(outputs.size());
      for (NDArray output : outputs) {
        floats.add(output.toFloatArray());
      }
      floats.sort(Comparator.comparingInt(values -> values.length));
      return floats;
    }
  }
}
