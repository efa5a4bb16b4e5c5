package io.github.idols.local;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

/** Adds up how far chunks are that are worked on at once. Safe for use by several threads. */
final class ChunkProgress {
  private final Progress progress;
  private final AtomicLongArray chunks;
  private final AtomicLong sum = new AtomicLong();

  ChunkProgress(Progress progress, int chunks) {
    this.progress = progress;
    this.chunks = new AtomicLongArray(chunks);
  }

  /** Is told how many frames of one chunk are done. */
  LongConsumer of(int chunk) {
    return frames -> {
      long before = chunks.getAndSet(chunk, frames);
      progress.done(sum.addAndGet(frames - before));
    };
  }
}
