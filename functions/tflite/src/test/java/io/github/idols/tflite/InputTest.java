package io.github.idols.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes, types and options, right and wrong. */
class InputTest {
  /** What the engine says to inputs of these shapes and types. */
  private static String refusal(String name, Map<String, String> options, Object... arrays)
      throws Exception {
    try (Model model = Models.load(name, options);
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = model.getNDManager().newSubManager()) {
      NDList inputs = new NDList();
      for (int i = 0; i < arrays.length; i += 2) {
        inputs.add(manager.zeros((Shape) arrays[i], (DataType) arrays[i + 1]));
      }
      TranslateException e =
          assertThrows(TranslateException.class, () -> predictor.predict(inputs));
      return String.valueOf(
          assertInstanceOf(IllegalArgumentException.class, e.getCause()).getMessage());
    }
  }

  @Test
  void aWrongNumberOfInputsIsSaid() throws Exception {
    Shape face = new Shape(1, 24, 24, 3);
    assertEquals(
        "the model mtcnn-rnet takes [float32 (1, 24, 24, 3) (rnet/input)]"
            + " but was given [float32 (1, 24, 24, 3), float32 (1, 24, 24, 3)]",
        refusal("mtcnn-rnet", Map.of(), face, DataType.FLOAT32, face, DataType.FLOAT32));
  }

  @Test
  void aWrongTypeIsSaid() throws Exception {
    assertEquals(
        "the model mtcnn-rnet takes [float32 (1, 24, 24, 3) (rnet/input)]"
            + " but was given [uint8 (1, 24, 24, 3)]",
        refusal("mtcnn-rnet", Map.of(), new Shape(1, 24, 24, 3), DataType.UINT8));
  }

  @Test
  void aWrongNumberOfDimensionsIsSaid() throws Exception {
    assertEquals(
        "the model mtcnn-rnet takes [float32 (1, 24, 24, 3) (rnet/input)]"
            + " but was given [float32 (24, 24, 3)]",
        refusal("mtcnn-rnet", Map.of(), new Shape(24, 24, 3), DataType.FLOAT32));
  }

  @Test
  void anEmptyInputIsSaid() throws Exception {
    assertEquals(
        "the model mtcnn-rnet takes [float32 (1, 24, 24, 3) (rnet/input)]"
            + " but was given [float32 (0, 24, 24, 3)]",
        refusal("mtcnn-rnet", Map.of(), new Shape(0, 24, 24, 3), DataType.FLOAT32));
  }

  @Test
  void aShapeThatTheOperationsCannotTakeIsSaid() throws Exception {
    assertEquals(
        "the model mtcnn-rnet cannot take input of shape [(1, 24, 24, 4)]: it takes"
            + " [float32 (-1, 24, 24, 3) (rnet/input)]",
        refusal(
            "mtcnn-rnet",
            Map.of(TfLiteEngine.OPTION_FREE_BATCH, "true"),
            new Shape(1, 24, 24, 4),
            DataType.FLOAT32));
  }

  @Test
  void aFixedBatchIsSaidTogetherWithTheWayOut() throws Exception {
    assertEquals(
        "the model mobilefacenet cannot take input of shape [(1, 112, 112, 3)]: it takes"
            + " [float32 (2, 112, 112, 3) (input)];"
            + " where only the first number differs, load it with the option freeBatch=true",
        refusal("mobilefacenet", Map.of(), new Shape(1, 112, 112, 3), DataType.FLOAT32));
  }

  @Test
  void aPredictorGoesToAndFroBetweenMoreShapesThanItKeeps() throws Exception {
    try (Model model = Models.load("mtcnn-pnet", Map.of(TfLiteEngine.OPTION_MAX_SHAPES, "2"));
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = model.getNDManager().newSubManager()) {
      float[][] first = new float[3][];
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 3; i++) {
          Shape shape = new Shape(1, 30 + 10 * i, 40 + 10 * i, 3);
          float[] values = new float[(int) shape.size()];
          Models.sines(shape).get(values);
          try (NDList outputs = predictor.predict(new NDList(manager.create(values, shape)))) {
            float[] scores = outputs.get(0).toFloatArray();
            if (round == 0) {
              first[i] = scores;
            }
            assertArrayEquals(first[i], scores);
          }
        }
      }
    }
  }

  @Test
  void theShapeOfTheOptionIsTheModelsShapeAndOthersStillWork() throws Exception {
    Shape wide = new Shape(1, 36, 64, 3);
    Shape other = new Shape(1, 30, 40, 3);
    try (Model model =
            Models.load("mtcnn-pnet", Map.of(TfLiteEngine.OPTION_INPUT_SHAPES, "[1,36,64,3]"));
        Predictor<FloatBuffer, List<float[]>> first = model.newPredictor(Models.floats(wide));
        Predictor<FloatBuffer, List<float[]>> second = model.newPredictor(Models.floats(other))) {
      assertEquals(wide, model.describeInput().get(0).getValue());
      assertEquals(new Shape(1, 13, 27, 2), model.describeOutput().get(0).getValue());
      assertEquals(13 * 27 * 2, first.predict(Models.sines(wide)).get(0).length);
      assertEquals(10 * 15 * 2, second.predict(Models.sines(other)).get(0).length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threads | none | the option threads is \"none\" and should be a number from 1",
        "threads | 0 | the option threads is \"0\" and should be a number from 1",
        "maxShapes | -1 | the option maxShapes is \"-1\" and should be a number from 1",
        "freeBatch | yes | the option freeBatch is \"yes\" and should be true or false",
        "inputShapes | 1x24 | the option inputShapes is \"1x24\" and should be one shape for each"
            + " input, for instance [1,360,640,3]",
        "inputShapes | [1,,3] | the option inputShapes is \"[1,,3]\" and should be one shape for"
            + " each input, for instance [1,360,640,3]",
        "inputShapes | [1,24,24,3],[1] | the model mtcnn-rnet takes [float32 (1, 24, 24, 3)"
            + " (rnet/input)] and cannot take [(1, 24, 24, 3), (1)]",
        "inputShapes | [1,24,0,3] | the model mtcnn-rnet takes [float32 (1, 24, 24, 3)"
            + " (rnet/input)] and cannot take [(1, 24, 0, 3)]",
      })
  void aWrongOptionIsSaid(String option, String value, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Models.load("mtcnn-rnet", Map.of(option, value)).close());
    assertEquals(message, e.getMessage());
  }
}
