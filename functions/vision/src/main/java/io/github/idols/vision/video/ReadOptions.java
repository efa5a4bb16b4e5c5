package io.github.idols.vision.video;

/**
 * How a chunk is decoded.
 *
 * @param threads threads of the decoder; 1 costs the least CPU time and memory, and chunks run side
 *     by side anyway
 * @param fast leaves out the deblocking filter: about an eighth cheaper, and good enough to look
 *     at, but the pictures drift a little from the true ones; never for frames that are encoded
 */
public record ReadOptions(int threads, boolean fast) {
  public ReadOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("a decoder needs at least one thread");
    }
  }

  /** The true pictures on one thread. */
  public static ReadOptions exact() {
    return new ReadOptions(1, false);
  }

  /** Pictures for analysis only, on one thread. */
  public static ReadOptions fastest() {
    return new ReadOptions(1, true);
  }
}
