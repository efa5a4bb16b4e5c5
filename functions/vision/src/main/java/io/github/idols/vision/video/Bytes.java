package io.github.idols.vision.video;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Small reads out of a source, big-endian as both container families are. */
final class Bytes {
  private Bytes() {}

  /** Up to {@code length} bytes from {@code position} on; fewer at the end of the source. */
  static ByteBuffer read(MediaSource source, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (source.read(position + bytes.position(), bytes) < 0) {
        break;
      }
    }
    return bytes.flip();
  }

  /** The four letters at {@code offset}. */
  static String type(ByteBuffer bytes, int offset) {
    byte[] letters = new byte[4];
    bytes.get(offset, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
