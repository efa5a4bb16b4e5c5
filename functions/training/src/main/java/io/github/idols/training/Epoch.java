package io.github.idols.training;

import java.util.Locale;

/**
 * What came out of one epoch. Accuracies are 0 to 1.
 *
 * @param stage 1 or 2
 * @param number from 1; 0 for what the stage began with
 * @param loss on the pictures that are learnt from
 * @param accuracy likewise
 * @param heldLoss on the pictures that are held back
 * @param heldAccuracy likewise
 */
record Epoch(
    int stage, int number, double loss, double accuracy, double heldLoss, double heldAccuracy) {
  /** One line for whoever waits. */
  String line() {
    return String.format(
        Locale.ROOT,
        "stage %d, epoch %2d: loss %.4f, accuracy %5.1f %%; held back: loss %.4f, accuracy %5.1f %%",
        stage,
        number,
        loss,
        100 * accuracy,
        heldLoss,
        100 * heldAccuracy);
  }
}
