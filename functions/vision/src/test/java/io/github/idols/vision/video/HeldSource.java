package io.github.idols.vision.video;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source in memory that knows whether it was closed. */
public final class HeldSource implements MediaSource {
  private final String name;
  private final byte[] bytes;
  private boolean closed;

  public HeldSource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  public static HeldSource of(Path file) throws IOException {
    return new HeldSource(file.getFileName().toString(), Files.readAllBytes(file));
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int read(long position, ByteBuffer buffer) throws IOException {
    if (closed) {
      throw new IOException(name + " is closed");
    }
    if (position >= bytes.length) {
      return -1;
    }
    int length = (int) Math.min(buffer.remaining(), bytes.length - position);
    buffer.put(bytes, (int) position, length);
    return length;
  }

  @Override
  public void close() {
    closed = true;
  }
}
