package io.github.idols.training;

import io.github.idols.core.classify.SoftmaxHead;
import java.util.List;

/** What came out of fine-tuning. */
final class TunedNetwork {
  private final byte[] network;
  private final SoftmaxHead first;
  private final SoftmaxHead head;
  private final List<Epoch> epochs;
  private final int best;
  private final double agreement;

  TunedNetwork(
      byte[] network,
      SoftmaxHead first,
      SoftmaxHead head,
      List<Epoch> epochs,
      int best,
      double agreement) {
    this.network = network;
    this.first = first;
    this.head = head;
    this.epochs = List.copyOf(epochs);
    this.best = best;
    this.agreement = agreement;
  }

  /** The .tflite file, tuned where that made the held-back pictures' loss less. */
  byte[] network() {
    return network;
  }

  /** The head after the first stage, over the untuned network. */
  SoftmaxHead first() {
    return first;
  }

  /** The head over {@link #network}. */
  SoftmaxHead head() {
    return head;
  }

  /** Those of both stages. */
  List<Epoch> epochs() {
    return epochs;
  }

  /** The second stage's epoch that was kept; 0 for what the first stage left. */
  int best() {
    return best;
  }

  /** Least cosine of a face's embedding as it was trained and as TensorFlow Lite serves it. */
  double agreement() {
    return agreement;
  }
}
