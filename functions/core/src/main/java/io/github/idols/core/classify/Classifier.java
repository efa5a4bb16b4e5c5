package io.github.idols.core.classify;

import java.util.HashSet;
import java.util.List;

/**
 * A trained classifier over embeddings of one network: the head says who a face is, the gate
 * whether it is anybody.
 *
 * @param people names, in the order of the head's rows
 * @param head tells them apart
 * @param means each person's mean faces, for the gate
 * @param gate keeps strangers unknown
 */
public record Classifier(List<String> people, SoftmaxHead head, List<Means> means, Gate gate) {
  public Classifier {
    people = List.copyOf(people);
    means = List.copyOf(means);
    if (people.size() != head.people()
        || people.size() != means.size()
        || new HashSet<>(people).size() != people.size()) {
      throw new IllegalArgumentException(
          people.size() + " people, " + head.people() + " rows, " + means.size() + " means");
    }
    if (means.stream().anyMatch(mean -> mean.full().dimension() != head.dimension())) {
      throw new IllegalArgumentException("means and weights of different lengths");
    }
  }

  /** The same with another threshold of the gate. */
  public Classifier withThreshold(double threshold) {
    return new Classifier(people, head, means, gate.withThreshold(threshold));
  }
}
