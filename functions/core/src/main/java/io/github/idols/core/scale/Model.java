package io.github.idols.core.scale;

import io.github.idols.core.cost.Step;
import java.util.Map;

/**
 * The pipeline in numbers.
 *
 * @param times of each step
 * @param coldStart of new copies
 * @param message seconds from sending a message, or storing a file, until a function has it
 * @param workers how many recognizers may be at work, and how many renderers
 * @param stitchers how many stitchers
 * @param shared whether recognizers and renderers are the same workers, as on one machine
 * @param spread by how much a piece of work may take longer or shorter, each as likely: 0.2 for 80
 *     % to 120 %
 */
public record Model(
    Map<Step, StepTimes> times,
    ColdStart coldStart,
    double message,
    Growth workers,
    Growth stitchers,
    boolean shared,
    double spread) {
  public Model {
    times = Map.copyOf(times);
    for (Step step : Step.values()) {
      if (!times.containsKey(step)) {
        throw new IllegalArgumentException("the model has no times of " + step);
      }
    }
    if (!(spread >= 0 && spread < 1)) {
      throw new IllegalArgumentException("no spread: " + spread);
    }
  }

  double seconds(Step step, double videoSeconds) {
    StepTimes known = times.get(step);
    if (known == null) {
      throw new IllegalStateException("checked by the constructor");
    }
    return known.of(videoSeconds);
  }
}
