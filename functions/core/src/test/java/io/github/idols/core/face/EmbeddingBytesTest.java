package io.github.idols.core.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingBytesTest {
  @Test
  void embeddingsComeBackToTheLastBit() {
    Random random = new Random(1);
    for (int n = 0; n < 200; n++) {
      float[] raw = new float[192];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = (float) random.nextGaussian();
      }
      Embedding embedding = Embedding.of(raw);
      assertEquals(embedding, EmbeddingBytes.embedding(EmbeddingBytes.of(embedding)));
    }
  }

  @Test
  void theBytesAreFloatsWithTheLowestByteFirst() {
    // 1.0f is 3F800000.
    assertArrayEquals(
        new byte[] {0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3F}, EmbeddingBytes.of(Embedding.of(0, 1)));
  }

  @Test
  void bytesOfSomethingElseAreRefused() {
    for (byte[] foreign : new byte[][] {{}, {0, 0, (byte) 0x80}, {0, 0, 0, 0, 0, 0, 0, 0}}) {
      assertThrows(IllegalArgumentException.class, () -> EmbeddingBytes.embedding(foreign));
    }
    assertThrows(IllegalArgumentException.class, () -> Embedding.ofUnit(1, 0.1f));
    assertThrows(IllegalArgumentException.class, () -> Embedding.ofUnit(Float.NaN, 1));
  }
}
