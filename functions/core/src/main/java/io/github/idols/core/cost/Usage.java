package io.github.idols.core.cost;

import java.util.Map;

/**
 * What one video used.
 *
 * @param runs of each step that ran
 * @param videoBytes of the uploaded file
 * @param chunks that it was shared out in
 */
public record Usage(Map<Step, Runs> runs, long videoBytes, int chunks) {
  public Usage {
    runs = Map.copyOf(runs);
  }

  /** Of a step; none where it did not run. */
  public Runs of(Step step) {
    return runs.getOrDefault(step, Runs.NONE);
  }
}
