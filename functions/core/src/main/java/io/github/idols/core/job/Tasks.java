package io.github.idols.core.job;

import java.util.Collection;

/**
 * Hands work to whoever is free. Each message may arrive more than once and in any order. Safe for
 * use by several threads. Throws unchecked exceptions when the queue cannot be reached.
 */
public interface Tasks {
  /** Has faces looked for in chunks. */
  void recognize(JobId id, Collection<Integer> chunks);

  /** Has labels drawn on chunks. */
  void render(JobId id, Collection<Integer> chunks);

  /** Has the tracks of all chunks joined and named. */
  void name(JobId id);

  /** Has the drawn chunks joined. */
  void join(JobId id);
}
