package io.github.idols.tflite;

import java.nio.ByteBuffer;

/**
 * One table of a verified FlatBuffer, read where it lies.
 *
 * <p>The format (little endian): the file begins with the distance to its root table. A table
 * begins with the distance <em>back</em> to its vtable. A vtable holds its own size, the table's
 * size, and then for each field the distance from the table to it, 0 where the field is absent (all
 * of them 16 bits). A field that is a table, a vector or a union holds the distance to it (32
 * bits). A vector begins with its length (32 bits).
 *
 * @param bytes the file, little endian
 * @param at where the table begins
 */
record FlatTable(ByteBuffer bytes, int at) {
  static FlatTable root(ByteBuffer bytes) {
    return new FlatTable(bytes, bytes.getInt(0));
  }

  /** Where a field lies; 0 when it is absent. */
  private int field(int index) {
    int vtable = at - bytes.getInt(at);
    int entry = 4 + 2 * index;
    int size = bytes.getShort(vtable) & 0xffff;
    int distance = entry < size ? bytes.getShort(vtable + entry) & 0xffff : 0;
    return distance == 0 ? 0 : at + distance;
  }

  int byteAt(int index) {
    int field = field(index);
    return field == 0 ? 0 : bytes.get(field);
  }

  int intAt(int index) {
    int field = field(index);
    return field == 0 ? 0 : bytes.getInt(field);
  }

  /** The number of a field that has another default than 0. */
  int intAt(int index, int otherwise) {
    return has(index) ? intAt(index) : otherwise;
  }

  /** The table, or the table of a union, that a field points to. */
  FlatTable table(int index) {
    return new FlatTable(bytes, target(field(index)));
  }

  boolean has(int index) {
    return field(index) != 0;
  }

  /** The vector that a field points to, an empty one when the field is absent. */
  Vector vector(int index) {
    int field = field(index);
    return field == 0 ? new Vector(bytes, 0, 0) : Vector.at(bytes, target(field));
  }

  private int target(int field) {
    return field + bytes.getInt(field);
  }

  /**
   * A vector of a FlatBuffer.
   *
   * @param start where its first element lies
   * @param length its number of elements
   */
  record Vector(ByteBuffer bytes, int start, int length) {
    private static Vector at(ByteBuffer bytes, int at) {
      return new Vector(bytes, at + 4, bytes.getInt(at));
    }

    FlatTable table(int index) {
      int element = start + 4 * index;
      return new FlatTable(bytes, element + bytes.getInt(element));
    }

    int intAt(int index) {
      return bytes.getInt(start + 4 * index);
    }

    void setInt(int index, int value) {
      bytes.putInt(start + 4 * index, value);
    }
  }
}
