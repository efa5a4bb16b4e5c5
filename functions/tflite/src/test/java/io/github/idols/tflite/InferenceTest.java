package io.github.idols.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of models, by the ways that DJL offers. */
class InferenceTest {
  private static final Map<String, String> FREE = Map.of(TfLiteEngine.OPTION_FREE_BATCH, "true");

  /** One line of reference-outputs.txt. */
  private record Reference(String model, Shape input, int output, Shape shape, List<Float> values) {
    static Reference of(String line) {
      List<String> words = List.of(line.split(" ", -1));
      return new Reference(
          words.get(0),
          shape(words.get(1)),
          Integer.parseInt(words.get(2)),
          shape(words.get(3)),
          words.subList(4, words.size()).stream().map(Float::valueOf).toList());
    }

    private static Shape shape(String text) {
      return new Shape(Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray());
    }

    @Override
    public String toString() {
      return model + " output " + output;
    }
  }

  static List<Reference> references() {
    return Models.lines("reference-outputs.txt").stream().map(Reference::of).toList();
  }

  @ParameterizedTest
  @MethodSource("references")
  void everyModelAnswersAsInTheOtherRuntime(Reference reference) throws Exception {
    try (Model model = Models.load(reference.model(), Map.of());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = model.getNDManager().newSubManager()) {
      NDArray input = manager.create(Models.sines(reference.input()), reference.input());

      try (NDList outputs = predictor.predict(new NDList(input))) {
        NDArray output = outputs.get(reference.output());
        assertEquals(reference.shape(), output.getShape());
        float[] values = output.toFloatArray();
        int kept = reference.values().size();
        for (int k = 0; k < kept; k++) {
          float value = values[(int) ((long) k * values.length / kept)];
          assertEquals(reference.values().get(k), value, 2e-3f, "value " + k);
        }
      }
    }
  }

  @Test
  void criteriaFindTheEngineAndATranslatorNeedsNoBatchifierOfItsOwn(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("onet.tflite");
    Files.write(file, Models.bytes("mtcnn-onet"));
    // It has DJL's default batchifier, which stacks inputs and splits outputs.
    Translator<float[], Classifications> translator =
        new Translator<>() {
          @Override
          public NDList processInput(TranslatorContext context, float[] face) {
            return new NDList(context.getNDManager().create(face, new Shape(48, 48, 3)));
          }

          @Override
          public Classifications processOutput(TranslatorContext context, NDList outputs) {
            float[] scores = outputs.get(0).toFloatArray();
            return new Classifications(
                List.of("no", "face"), List.of((double) scores[0], (double) scores[1]));
          }
        };
    Criteria<float[], Classifications> criteria =
        Criteria.builder()
            .setTypes(float[].class, Classifications.class)
            .optModelPath(file)
            .optEngine("TFLite")
            .optTranslator(translator)
            .optOption("threads", "2")
            .build();
    float[] sines = new float[48 * 48 * 3];
    Models.sines(new Shape(48, 48, 3)).get(sines);

    try (ZooModel<float[], Classifications> model = criteria.loadModel();
        Predictor<float[], Classifications> predictor = model.newPredictor()) {
      Classifications one = predictor.predict(sines);
      List<Classifications> three =
          predictor.batchPredict(List.of(sines, new float[sines.length], sines));

      assertEquals("no", one.best().getClassName());
      assertEquals(0.999814, one.best().getProbability(), 1e-4);
      assertEquals(3, three.size());
      assertEquals(0.999814, three.get(0).best().getProbability(), 1e-4);
      assertEquals(0.999814, three.get(2).best().getProbability(), 1e-4);
      assertTrue(Math.abs(three.get(1).best().getProbability() - 0.999814) > 1e-5);
    }
  }

  @Test
  void aDirectoryWithOneModelIsEnough(@TempDir Path directory) throws Exception {
    Files.write(directory.resolve("anything.tflite"), Models.bytes("mtcnn-rnet"));
    try (Model model = Model.newInstance("rnet", TfLiteEngine.NAME)) {
      model.load(directory);

      assertEquals(new Shape(1, 24, 24, 3), model.describeInput().get(0).getValue());
      assertEquals("rnet/prob1", model.describeOutput().get(0).getKey());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aFreedBatchAnswersRowForRow(int batch) throws Exception {
    Shape pair = new Shape(2, 112, 112, 3);
    Shape many = new Shape(batch, 112, 112, 3);
    int face = 112 * 112 * 3;
    FloatBuffer faces = Models.sines(new Shape(batch + 1, 112, 112, 3));
    try (Model fixed = Models.load("mobilefacenet", Map.of());
        Model free = Models.load("mobilefacenet", FREE);
        Predictor<FloatBuffer, List<float[]>> pairs = fixed.newPredictor(Models.floats(pair));
        Predictor<FloatBuffer, List<float[]>> rows = free.newPredictor(Models.floats(many))) {
      float[] all = rows.predict(faces.slice(0, batch * face)).get(0);

      for (int row = 0; row < batch; row++) {
        float[] expected =
            Arrays.copyOf(pairs.predict(faces.slice(row * face, 2 * face)).get(0), 192);
        assertArrayEquals(expected, Arrays.copyOfRange(all, row * 192, row * 192 + 192), 1e-4f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"blazeface-short-range", "blazeface-full-range", "blazeface-full-range-sparse"})
  void aBatchIsFreedInOptionsAndBesideAnotherOpenDimension(String name) throws Exception {
    try (Model model = Models.load(name, FREE)) {
      Shape open = model.describeInput().get(0).getValue();
      Shape two = new Shape(2).addAll(open.slice(1));
      Shape one = new Shape(1).addAll(open.slice(1));
      int size = (int) one.size();
      FloatBuffer values = Models.sines(two);
      try (Predictor<FloatBuffer, List<float[]>> both = model.newPredictor(Models.floats(two));
          Predictor<FloatBuffer, List<float[]>> each = model.newPredictor(Models.floats(one))) {
        assertEquals(-1, open.get(0));
        List<float[]> together = both.predict(values);
        List<float[]> second = each.predict(values.slice(size, size));

        for (int i = 0; i < together.size(); i++) {
          float[] rows = together.get(i);
          assertArrayEquals(
              second.get(i), Arrays.copyOfRange(rows, rows.length / 2, rows.length), 1e-3f);
        }
      }
    }
  }

  @Test
  void aBatchThatNothingFixesStaysAsItIs() throws Exception {
    try (Model model = Models.load("mtcnn-rnet", FREE)) {
      assertEquals(new Shape(-1, 24, 24, 3), model.describeInput().get(0).getValue());
      assertEquals(new Shape(-1, 2), model.describeOutput().get(0).getValue());
    }
  }

  @Test
  void inputsOfDifferentBatchesCannotBeFreed() {
    MalformedModelException e =
        assertThrows(
            MalformedModelException.class, () -> Models.load("casts", Models.tiny("casts"), FREE));
    assertEquals(
        "the batch cannot be freed: the inputs' shapes do not begin with the same number",
        e.getMessage());
  }

  @Test
  void integersBytesAndTruthValuesGoInAndOut() throws Exception {
    try (Model model = Models.load("casts", Models.tiny("casts"), Map.of());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = model.getNDManager().newSubManager()) {
      NDArray bytes = manager.create(new Shape(2, 2), DataType.UINT8);
      bytes.set(new byte[] {1, (byte) 200, 3, 4});
      NDArray longs = manager.create(new long[] {5, -6, 7});
      NDArray flags = manager.create(new boolean[] {true, false});

      try (NDList outputs = predictor.predict(new NDList(bytes, longs, flags))) {
        assertArrayEquals(new float[] {1, 200, 3, 4}, outputs.get(0).toFloatArray());
        assertArrayEquals(new int[] {5, -6, 7}, outputs.get(1).toIntArray());
        assertArrayEquals(new long[] {1, 0}, outputs.get(2).toLongArray());
        assertEquals("number", outputs.get(2).getName());
      }
    }
  }

  @Test
  void anOutputMayHaveAnotherShapeInEveryRun() throws Exception {
    try (Model model = Models.load("where", Models.tiny("where"), Map.of());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = model.getNDManager().newSubManager()) {
      NDArray three = manager.create(new boolean[] {true, false, true, true, false, false});
      NDArray one = manager.create(new boolean[] {false, false, false, false, true, false});
      NDArray none = manager.create(new boolean[6]);

      assertArrayEquals(
          new long[] {0, 2, 3}, predictor.predict(new NDList(three)).get(0).toLongArray());
      assertArrayEquals(new long[] {4}, predictor.predict(new NDList(one)).get(0).toLongArray());
      assertEquals(new Shape(0, 1), predictor.predict(new NDList(none)).get(0).getShape());
    }
  }
}
