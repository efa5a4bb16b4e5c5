package io.github.idols.local;

/** Is told how far a piece of work is. Safe for use by several threads. */
interface Progress {
  /**
   * A phase begins; the one before it is over.
   *
   * @param name one word
   * @param total steps of it; an estimate is enough
   * @param unit what a step is, in the plural: {@code frames}
   * @param perSecond steps in a second of the video, or 0 where that means nothing
   */
  void begin(String name, long total, String unit, double perSecond);

  /** So many steps of the phase are done. */
  void done(long steps);

  /** The last phase is over. */
  void end();
}
