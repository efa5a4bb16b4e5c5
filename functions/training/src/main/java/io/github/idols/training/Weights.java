package io.github.idols.training;

import ai.djl.nn.Block;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of all of a block's parameters at one moment, to go back to later.
 *
 * @param values by the parameter's name
 */
record Weights(Map<String, float[]> values) {
  static Weights of(Block block) {
    Map<String, float[]> values = new HashMap<>();
    block
        .getParameters()
        .forEach(each -> values.put(each.getKey(), each.getValue().getArray().toFloatArray()));
    return new Weights(values);
  }

  /** Sets the parameters of the same block, or of one that is made alike. */
  void putInto(Block block) {
    block
        .getParameters()
        .forEach(
            each ->
                each.getValue()
                    .getArray()
                    .set(Objects.requireNonNull(values.get(each.getKey()), each.getKey())));
  }
}
