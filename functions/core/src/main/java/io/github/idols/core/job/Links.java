package io.github.idols.core.job;

import java.net.URI;
import java.time.Duration;

/** Addresses under which a browser can read a job's files for a while. No network is asked. */
public interface Links {
  URI source(JobId id, VideoFile file, Duration valid);

  /** The provisional labels of one chunk. */
  URI provisional(JobId id, int chunk, Duration valid);

  /**
   * A result.
   *
   * @param saveAs name for whoever saves it
   */
  URI result(JobId id, ResultFile file, String saveAs, Duration valid);
}
