package io.github.idols.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no models, or no longer. */
class BrokenModelTest {
  private static String refusal(byte[] bytes) {
    return String.valueOf(
        assertThrows(
                MalformedModelException.class, () -> Models.load("it", bytes, Map.of()).close())
            .getMessage());
  }

  @Test
  void anEmptyFileIsRefused() {
    assertEquals("the model it is empty", refusal(new byte[0]));
  }

  @Test
  void aTextFileIsRefused() {
    assertEquals(
        "the model it is not a TensorFlow Lite model: it lacks the identifier TFL3",
        refusal("<html>not found</html>".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aMissingFileIsRefused(@TempDir Path directory) {
    try (Model model = Model.newInstance("it", TfLiteEngine.NAME)) {
      FileNotFoundException e =
          assertThrows(FileNotFoundException.class, () -> model.load(directory.resolve("x")));
      assertEquals("there is no model it.tflite at " + directory.resolve("x"), e.getMessage());
    }
  }

  @Test
  void anEmptyFileOnDiskIsRefused(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("it.tflite"));
    try (Model model = Model.newInstance("it", TfLiteEngine.NAME)) {
      assertThrows(MalformedModelException.class, () -> model.load(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mtcnn-rnet", "mobilefacenet", "blazeface-short-range"})
  void aFileCutOffAnywhereIsRefused(String name) {
    byte[] whole = Models.bytes(name);
    // The last few bytes may be padding, without which a file is still whole.
    int padding = 16;
    for (int i = 0; i < 200; i++) {
      int step = whole.length / 100;
      int length = i < 100 ? i : i < 150 ? whole.length - padding - (i - 100) : step * (i - 100);
      assertTrue(refusal(Arrays.copyOf(whole, length)).startsWith("the model it is "));
    }
  }

  @Test
  void aFileWithoutItsLastBytesIsRefusedOrStillWhole() throws Exception {
    byte[] whole = Models.bytes("mtcnn-rnet");
    int refused = 0;
    for (int missing = 1; missing <= 16; missing++) {
      byte[] cut = Arrays.copyOf(whole, whole.length - missing);
      try (Model model = Models.load("it", cut, Map.of())) {
        assertEquals("rnet/prob1", model.describeOutput().get(0).getKey());
      } catch (MalformedModelException e) {
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  @Test
  void aFileThatWasOnlyPartlyWrittenIsRefused() {
    byte[] whole = Models.bytes("mtcnn-rnet");
    for (int i = 0; i < 10; i++) {
      byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, whole.length / 10 * i), whole.length);
      assertTrue(refusal(zeros).startsWith("the model it "));
    }
  }

  @Test
  void everyFlippedBitOfTheHeaderIsRefusedOrHarmless() throws Exception {
    byte[] whole = Models.bytes("mtcnn-rnet");
    int refused = 0;
    for (int bit = 0; bit < 64 * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try (Model model = Models.load("it", flipped, Map.of())) {
        assertEquals(1, model.describeInput().size());
      } catch (MalformedModelException e) {
        refused++;
      }
    }
    assertTrue(refused > 100, "only " + refused + " were refused");
  }

  @Test
  void everyFlippedBitOfASmallModelIsRefusedOrHarmless() throws Exception {
    byte[] whole = Models.tiny("casts");
    int refused = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try (Model model = Models.load("it", flipped, Map.of())) {
        assertTrue(model.describeInput().size() > 0);
      } catch (MalformedModelException e) {
        refused++;
      }
    }
    assertTrue(refused > 1000, "only " + refused + " were refused");
  }
}
