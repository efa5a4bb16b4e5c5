package io.github.idols.core.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Embeddings as bytes for a database: four a number, little-endian, exact. */
public final class EmbeddingBytes {
  private EmbeddingBytes() {}

  /** The numbers of an embedding, one after another. */
  public static byte[] of(Embedding embedding) {
    float[] values = embedding.toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /**
   * The embedding that was written, the same to the last bit.
   *
   * @throws IllegalArgumentException when these are not the bytes of one
   */
  public static Embedding embedding(byte[] bytes) {
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no embedding");
    }
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Embedding.ofUnit(values);
  }
}
