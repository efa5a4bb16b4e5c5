package io.github.idols.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.MalformedModelException;
import io.github.idols.tflite.Operation.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final byte[] MOBILE_FACE_NET = Models.bytes("mobilefacenet");

  @Test
  void readsAConvolutionAsTheFileHasIt() throws Exception {
    Graph graph = Graph.read(MOBILE_FACE_NET);
    Convolution first = (Convolution) graph.operations().get(0);
    assertEquals(graph.input(), first.input());
    assertEquals(List.of(64, 3, 3, 3), graph.shape(first.filter()));
    assertEquals(64 * 27, graph.constant(first.filter()).length);
    assertEquals(List.of(2, 56, 56, 64), graph.shape(first.output()));
    assertEquals(2, first.strideHeight());
    assertEquals(List.of(2, 192), graph.shape(graph.output()));
  }

  @Test
  void changesTheBytesOfAConstantAndNoOthers() throws Exception {
    Graph graph = Graph.read(MOBILE_FACE_NET);
    int bias = ((Convolution) graph.operations().get(0)).bias();
    float[] values = graph.constant(bias);
    assertArrayEquals(MOBILE_FACE_NET, graph.withConstants(Map.of(bias, values)));
    values[3] += 1;
    byte[] changed = graph.withConstants(Map.of(bias, values));
    assertArrayEquals(values, Graph.read(changed).constant(bias));
    int start = Arrays.mismatch(MOBILE_FACE_NET, changed);
    assertEquals(
        -1,
        Arrays.mismatch(
            Arrays.copyOfRange(MOBILE_FACE_NET, start + 4, MOBILE_FACE_NET.length),
            Arrays.copyOfRange(changed, start + 4, changed.length)));
  }

  @Test
  void refusesConstantsOfAnotherSize() throws Exception {
    Graph graph = Graph.read(MOBILE_FACE_NET);
    int bias = ((Convolution) graph.operations().get(0)).bias();
    assertThrows(
        IllegalArgumentException.class, () -> graph.withConstants(Map.of(bias, new float[3])));
  }

  @Test
  void refusesWhatItDoesNotKnowAndWhatIsNoModel() {
    byte[] other = Models.bytes("blazeface-short-range");
    assertThrows(MalformedModelException.class, () -> Graph.read(other));
    assertThrows(MalformedModelException.class, () -> Graph.read(new byte[] {1, 2, 3}));
    byte[] half = Arrays.copyOf(MOBILE_FACE_NET, MOBILE_FACE_NET.length / 2);
    assertThrows(MalformedModelException.class, () -> Graph.read(half));
  }
}
