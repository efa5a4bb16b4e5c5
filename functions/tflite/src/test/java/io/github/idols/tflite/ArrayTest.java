package io.github.idols.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Arrays: data without arithmetic. */
class ArrayTest {
  private final NDManager manager = NDManager.newBaseManager(TfLiteEngine.NAME);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void directMemoryIsUsedAndHeapMemoryCopied() {
    ByteBuffer bytes = manager.allocateDirect(8);
    FloatBuffer floats = manager.allocateDirect(8).asFloatBuffer();
    float[] heap = new float[2];
    NDArray ofBytes = manager.create(bytes, new Shape(2), DataType.FLOAT32);
    NDArray ofFloats = manager.create(floats, new Shape(2));
    NDArray ofHeap = manager.create(heap, new Shape(2));
    bytes.putFloat(0, 1);
    floats.put(1, 2);
    heap[0] = 3;

    assertArrayEquals(new float[] {1, 0}, ofBytes.toFloatArray());
    assertArrayEquals(new float[] {0, 2}, ofFloats.toFloatArray());
    assertArrayEquals(new float[] {0, 0}, ofHeap.toFloatArray());
  }

  @Test
  void aBuffersOtherByteOrderIsTurned() {
    FloatBuffer big = ByteBuffer.allocateDirect(4).order(ByteOrder.BIG_ENDIAN).asFloatBuffer();
    FloatBuffer little =
        ByteBuffer.allocateDirect(4).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();

    assertArrayEquals(
        new float[] {0.5f}, manager.create(big.put(0, 0.5f), new Shape(1)).toFloatArray());
    assertArrayEquals(
        new float[] {0.5f}, manager.create(little.put(0, 0.5f), new Shape(1)).toFloatArray());
  }

  @Test
  void aSmallerBufferThanTheShapeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> manager.create(FloatBuffer.allocate(3), new Shape(2, 2)));
  }

  @Test
  void arraysAreReshapedSqueezedSetAndSplit() {
    NDArray array = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));

    assertEquals(new Shape(3, 2), array.reshape(3, -1).getShape());
    assertEquals(new Shape(6), array.flatten().getShape());
    assertEquals(new Shape(2, 1, 3), array.expandDims(1).getShape());
    assertEquals(new Shape(2, 3), array.expandDims(0).squeeze(0).getShape());
    NDList rows = array.split(2);
    assertEquals(new Shape(1, 3), rows.get(1).getShape());
    assertArrayEquals(new float[] {4, 5, 6}, rows.get(1).toFloatArray());
    array.set(new float[] {6, 5, 4, 3, 2, 1});
    assertArrayEquals(new float[] {6, 5, 4, 3, 2, 1}, array.toFloatArray());
    assertThrows(IllegalArgumentException.class, () -> array.reshape(4, -1));
    assertThrows(IllegalArgumentException.class, () -> array.squeeze(0));
    assertThrows(IllegalArgumentException.class, () -> array.split(4));
  }

  @Test
  void arithmeticIsRefused() {
    assertThrows(UnsupportedOperationException.class, () -> manager.zeros(new Shape(2)).add(1));
  }

  @Test
  void aClosedManagerClosesItsArrays() {
    NDArray array = manager.ones(new Shape(2));
    manager.close();

    assertThrows(IllegalStateException.class, array::toFloatArray);
  }

  @Test
  void theEngineIsOneAndNamesItsVersion() {
    Engine engine = Engine.getEngine("TFLite");
    assertSame(engine, manager.getEngine());
    assertEquals("2.18.0", engine.getVersion());
    assertEquals("TFLite", engine.getEngineName());
  }
}
