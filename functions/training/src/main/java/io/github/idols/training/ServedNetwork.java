package io.github.idols.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** A network as it is served: by TensorFlow Lite. Used by one thread. */
final class ServedNetwork implements AutoCloseable {
  private final Model model;
  private final Predictor<float[], float[]> predictor;

  /**
   * Loads a network.
   *
   * @throws MalformedModelException when TensorFlow Lite does not take the file
   */
  ServedNetwork(byte[] network) throws MalformedModelException {
    model = Model.newInstance("served", "TFLite");
    try {
      model.load(new ByteArrayInputStream(network), Map.of("freeBatch", "true"));
    } catch (IOException e) {
      model.close();
      throw new MalformedModelException("the network cannot be read", e);
    } catch (MalformedModelException e) {
      model.close();
      throw e;
    }
    predictor = model.newPredictor(new OneFace());
  }

  /**
   * Runs the network.
   *
   * @param face as {@link FacePixels} has it
   */
  float[] run(float[] face) {
    try {
      return predictor.predict(face);
    } catch (TranslateException e) {
      throw new IllegalStateException("the network could not be run", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }

  /** From red, then green, then blue to the three of each pixel. */
  private static final class OneFace implements NoBatchifyTranslator<float[], float[]> {
    @Override
    public NDList processInput(TranslatorContext context, float[] face) {
      int pixels = FacePixels.SIZE * FacePixels.SIZE;
      float[] interleaved = new float[face.length];
      for (int i = 0; i < pixels; i++) {
        for (int c = 0; c < 3; c++) {
          interleaved[3 * i + c] = face[c * pixels + i];
        }
      }
      return new NDList(
          context
              .getNDManager()
              .create(
                  FloatBuffer.wrap(interleaved),
                  new Shape(1, FacePixels.SIZE, FacePixels.SIZE, 3)));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
      return outputs.singletonOrThrow().toFloatArray();
    }
  }
}
