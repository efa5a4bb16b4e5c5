package io.github.idols.core.job.fancam;

import io.github.idols.core.job.JobId;
import java.net.URI;
import java.time.Duration;

/** Addresses under which a browser can read fancams for a while. No network is asked. */
public interface FancamLinks {
  /**
   * A fancam that is made.
   *
   * @param saveAs name for whoever saves it
   */
  URI fancam(JobId job, FancamId fancam, String saveAs, Duration valid);
}
