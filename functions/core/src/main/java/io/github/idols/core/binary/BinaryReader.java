package io.github.idols.core.binary;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link BinaryWriter} wrote. Each method throws {@link java.io.EOFException} where the
 * file ends too early. Not safe for use by several threads.
 */
public final class BinaryReader {
  private static final int BUFFER = 1 << 16;

  /** A damaged file may promise any number of things: memory is taken as they come. */
  private static final int MOST_BELIEVED = 1 << 14;

  /** Longer rows than any embedding's: a damaged file may promise more than memory holds. */
  public static final int MOST_FLOATS = 1 << 16;

  private final DataInputStream in;

  BinaryReader(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
  }

  /** Reads one thing of a list. */
  public interface Item<T> {
    T read() throws IOException;
  }

  public int int32() throws IOException {
    return in.readInt();
  }

  public long int64() throws IOException {
    return in.readLong();
  }

  public boolean bool() throws IOException {
    return in.readBoolean();
  }

  public float float32() throws IOException {
    return Float.intBitsToFloat(in.readInt());
  }

  public double float64() throws IOException {
    return Double.longBitsToDouble(in.readLong());
  }

  /**
   * A number that is 0 or above.
   *
   * @throws DamagedFileException when it is too large for one
   */
  public int count() throws IOException {
    long value = bits();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new DamagedFileException("the file is damaged: it speaks of " + value + " things");
    }
    return (int) value;
  }

  /** Any whole number. */
  public long small() throws IOException {
    long value = bits();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Bytes, as many as were written. */
  public byte[] bytes() throws IOException {
    int count = count();
    byte[] value = in.readNBytes(count);
    if (value.length < count) {
      throw new EOFException();
    }
    return value;
  }

  /**
   * Floats, as many as were written.
   *
   * @throws DamagedFileException when it speaks of more than {@link #MOST_FLOATS}
   */
  public float[] floats() throws IOException {
    return floats(MOST_FLOATS);
  }

  /**
   * Floats, as many as were written.
   *
   * @param most how many there can be
   * @throws DamagedFileException when it speaks of more
   */
  public float[] floats(int most) throws IOException {
    int count = count();
    if (count > most) {
      throw new DamagedFileException("the file is damaged: it speaks of " + count + " numbers");
    }
    float[] values = new float[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = float32();
    }
    return values;
  }

  public String text() throws IOException {
    return in.readUTF();
  }

  /** Some things, as the writer listed them. */
  public <T> List<T> list(Item<T> how) throws IOException {
    int count = count();
    List<T> items = new ArrayList<>(Math.min(count, MOST_BELIEVED));
    for (int i = 0; i < count; i++) {
      items.add(how.read());
    }
    return items;
  }

  /** Numbers that were written as steps. */
  public List<Long> steps() throws IOException {
    int count = count();
    List<Long> values = new ArrayList<>(Math.min(count, MOST_BELIEVED));
    long before = 0;
    for (int i = 0; i < count; i++) {
      before += small();
      values.add(before);
    }
    return values;
  }

  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  private long bits() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      long next = in.readUnsignedByte();
      value |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DamagedFileException("the file is damaged: a number in it has no end");
  }
}
