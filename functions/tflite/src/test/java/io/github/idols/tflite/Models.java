package io.github.idols.tflite;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The models and inputs of the tests. */
final class Models {
  private Models() {}

  /** The bytes of a model of the models module. */
  static byte[] bytes(String name) {
    try (InputStream resource = Models.class.getResourceAsStream("/models/" + name + ".tflite")) {
      if (resource == null) {
        throw new IllegalStateException("no model " + name + " on the class path");
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a model in tiny-models.txt. */
  static byte[] tiny(String name) {
    return lines("tiny-models.txt").stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Base64.getDecoder().decode(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** The lines of a text resource beside the tests, without comments. */
  static List<String> lines(String resource) {
    try (InputStream stream = Models.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Model load(String name, Map<String, String> options) throws Exception {
    return load(name, bytes(name), options);
  }

  /** Loads a model; closes it when that fails. */
  static Model load(String name, byte[] bytes, Map<String, String> options)
      throws IOException, MalformedModelException {
    Model model = Model.newInstance(name, TfLiteEngine.NAME);
    boolean loaded = false;
    try {
      model.load(new ByteArrayInputStream(bytes), options);
      loaded = true;
      return model;
    } finally {
      if (!loaded) {
        model.close();
      }
    }
  }

  /** Direct memory with value i = sin(0.37 i). */
  static FloatBuffer sines(Shape shape) {
    int size = (int) shape.size();
    FloatBuffer values =
        ByteBuffer.allocateDirect(4 * size).order(ByteOrder.nativeOrder()).asFloatBuffer();
    for (int i = 0; i < size; i++) {
      values.put(i, (float) Math.sin(0.37 * i));
    }
    return values;
  }

  /** Gives the values to the model's one input, and its outputs as float arrays. */
  static Translator<FloatBuffer, List<float[]>> floats(Shape shape) {
    return new Translator<>() {
      @Override
      public NDList processInput(TranslatorContext context, FloatBuffer input) {
        return new NDList(context.getNDManager().create(input, shape));
      }

      @Override
      public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
        List<float[]> values = new ArrayList<>();
        outputs.forEach(output -> values.add(output.toFloatArray()));
        return values;
      }

      @Override
      public Batchifier getBatchifier() {
        return Batchifier.fromString("none");
      }
    };
  }
}
