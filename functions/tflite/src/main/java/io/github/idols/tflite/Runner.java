package io.github.idols.tflite;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** Runs a model on inputs of whichever shapes it takes. Safe for use by several threads. */
interface Runner extends AutoCloseable {
  /**
   * Runs the model.
   *
   * @param manager owns the outputs
   * @throws IllegalArgumentException when number, types or shapes of the inputs are wrong
   * @throws IllegalStateException when this or the model is closed
   */
  NDList run(NDList inputs, NDManager manager);

  /** Frees its interpreters after the running call, if there is one; a second call does nothing. */
  @Override
  void close();
}
