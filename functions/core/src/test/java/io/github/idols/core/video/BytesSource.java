package io.github.idols.core.video;

import java.nio.ByteBuffer;

/** A media file in memory. */
public final class BytesSource implements MediaSource {
  private final String name;
  private final byte[] bytes;

  public BytesSource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
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
  public int read(long position, ByteBuffer buffer) {
    if (position >= bytes.length) {
      return -1;
    }
    int count = Math.min(buffer.remaining(), bytes.length - (int) position);
    buffer.put(bytes, (int) position, count);
    return count;
  }

  @Override
  public void close() {}
}
