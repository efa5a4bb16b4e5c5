package io.github.idols.core.binary;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;

/**
 * A kind of binary file. Each begins with four letters and a version, so that no file is taken for
 * another.
 *
 * @param letters four letters of ASCII
 * @param version of the form; no other is read
 * @param what what to call such a file in a message, for instance {@code a plan}
 */
public record FileKind(String letters, int version, String what) {
  public FileKind {
    if (!letters.matches("[A-Za-z]{4}")) {
      throw new IllegalArgumentException("not four letters: " + letters);
    }
  }

  /** Writes what follows the head. */
  public interface Body {
    void write(BinaryWriter out) throws IOException;
  }

  /** Reads what follows the head. */
  public interface Reading<T> {
    T read(BinaryReader in) throws IOException;
  }

  /**
   * Writes a file; the stream stays open and is flushed.
   *
   * @throws IOException when the stream cannot be written
   */
  public void write(OutputStream out, Body body) throws IOException {
    BinaryWriter writer = new BinaryWriter(out);
    writer.int32(head());
    writer.count(version);
    body.write(writer);
    writer.flush();
  }

  /**
   * Reads a file to its end; the stream stays open.
   *
   * @throws DamagedFileException when it is of another kind or version, cut off, too long, or holds
   *     what cannot be
   * @throws IOException when the stream cannot be read
   */
  public <T> T read(InputStream in, Reading<T> body) throws IOException {
    BinaryReader reader = new BinaryReader(in);
    try {
      if (reader.int32() != head()) {
        throw new DamagedFileException("this is not " + what);
      }
      int found = reader.count();
      if (found != version) {
        throw new DamagedFileException(
            "this is " + what + " of version " + found + ", only version " + version + " is read");
      }
      T value = body.read(reader);
      if (!reader.isAtEnd()) {
        throw new DamagedFileException("this is " + what + " with more behind its end");
      }
      return value;
    } catch (EOFException e) {
      throw new DamagedFileException("this is not " + what + ", or it is cut off", e);
    } catch (UTFDataFormatException | IllegalArgumentException e) {
      // The records' own checks.
      throw new DamagedFileException("this is " + what + " that is damaged: " + e.getMessage(), e);
    }
  }

  private int head() {
    int head = 0;
    for (int i = 0; i < 4; i++) {
      head = (head << 8) | letters.charAt(i);
    }
    return head;
  }
}
