package io.github.idols.core.job;

/** What came out of trying to join what the workers of a step made. */
public enum StitchResult {
  /** It is done, or there is nothing to do. */
  DONE,
  /** Somebody else is at it: to be looked at again later, in case they die. */
  BUSY
}
