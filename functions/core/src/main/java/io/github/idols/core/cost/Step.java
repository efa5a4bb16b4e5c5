package io.github.idols.core.cost;

import java.util.Locale;

/** A step of a video's way through, each a function or a part of one. */
public enum Step {
  /** Looking at the video and sharing it out. */
  SPLIT,
  /** Looking for faces in a chunk. */
  RECOGNIZE,
  /** Naming the whole video. */
  NAME,
  /** Drawing on a chunk. */
  RENDER,
  /** Joining the drawn chunks. */
  JOIN;

  /** In small letters, as stores and texts write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
