package io.github.idols.core.job;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
  /** The video is on its way, or has not been looked at. */
  UPLOADING,
  /** Planned; workers look for faces. */
  RECOGNIZING,
  /** The labels are there; workers draw them on the video. */
  RENDERING,
  /** All results are there. */
  DONE,
  /** The gate did not let the video through. */
  REFUSED,
  /** It could not be finished. */
  FAILED;

  /** Whether nothing more will happen. */
  public boolean isFinal() {
    return this == DONE || this == REFUSED || this == FAILED;
  }

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
