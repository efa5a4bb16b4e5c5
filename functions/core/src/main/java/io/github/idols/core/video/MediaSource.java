package io.github.idols.core.video;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of a media file, wherever they lie: on this disk, or in a bucket that is read in
 * ranges. Nothing but these is handed to whatever reads videos: it opens no path and no socket of
 * its own.
 *
 * <p>Used by one thread at a time.
 */
public interface MediaSource extends AutoCloseable {
  /** What to call it in a message: a file's name, without folders. */
  String name();

  /** Length in bytes; does not change while the source is open. */
  long size();

  /**
   * Reads some bytes from {@code position} on into the buffer, at least one.
   *
   * @return how many bytes were read, or -1 when {@code position} is at the end or beyond it
   * @throws IOException when the bytes cannot be had
   */
  int read(long position, ByteBuffer buffer) throws IOException;

  @Override
  void close() throws IOException;
}
