package io.github.idols.core.job;

/** A step that is shared out among workers, a chunk each. */
public enum Fan {
  RECOGNIZE,
  RENDER
}
