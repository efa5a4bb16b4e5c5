package io.github.idols.core.binary;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes numbers and texts exactly. Big-endian; whole numbers that are mostly small take a byte for
 * each seven bits. Not safe for use by several threads.
 */
public final class BinaryWriter {
  private static final int BUFFER = 1 << 16;

  private final DataOutputStream out;

  BinaryWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
  }

  /** Writes one thing of a list. */
  public interface Item<T> {
    void write(T item) throws IOException;
  }

  public void int32(int value) throws IOException {
    out.writeInt(value);
  }

  public void int64(long value) throws IOException {
    out.writeLong(value);
  }

  public void bool(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  public void float32(float value) throws IOException {
    out.writeInt(Float.floatToRawIntBits(value));
  }

  public void float64(double value) throws IOException {
    out.writeLong(Double.doubleToRawLongBits(value));
  }

  /**
   * A number that is 0 or above, mostly small.
   *
   * @throws IllegalArgumentException when it is below 0
   */
  public void count(int value) throws IOException {
    if (value < 0) {
      throw new IllegalArgumentException("a number of " + value);
    }
    bits(value);
  }

  /** Any whole number, mostly near 0. */
  public void small(long value) throws IOException {
    bits((value << 1) ^ (value >> 63));
  }

  /** Some bytes, with their number in front. */
  public void bytes(byte[] value) throws IOException {
    count(value.length);
    out.write(value);
  }

  /** Some floats, with their number in front. */
  public void floats(float[] values) throws IOException {
    count(values.length);
    for (float value : values) {
      float32(value);
    }
  }

  /** A text, of at most 65,535 bytes in UTF-8. */
  public void text(String value) throws IOException {
    out.writeUTF(value);
  }

  /** How many things there are, and the things. */
  public <T> void list(List<T> items, Item<T> how) throws IOException {
    count(items.size());
    for (T item : items) {
      how.write(item);
    }
  }

  /** Numbers that mostly grow, as steps from one to the next. */
  public void steps(List<Long> values) throws IOException {
    count(values.size());
    long before = 0;
    for (long value : values) {
      small(value - before);
      before = value;
    }
  }

  void flush() throws IOException {
    out.flush();
  }

  private void bits(long value) throws IOException {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.writeByte((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }
}
