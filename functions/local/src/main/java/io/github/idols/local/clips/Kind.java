package io.github.idols.local.clips;

import java.util.List;

/**
 * A kind of shot.
 *
 * @param people how many are seen
 * @param least height of a face as a share of the picture's
 * @param most likewise
 * @param weight how often it is chosen, against the others
 */
record Kind(int people, double least, double most, int weight) {
  /** The kinds of a look. */
  static List<Kind> of(Look look) {
    return switch (look) {
      case MV ->
          List.of(
              new Kind(1, 0.28, 0.46, 5),
              new Kind(1, 0.12, 0.25, 5),
              new Kind(2, 0.12, 0.27, 4),
              new Kind(3, 0.08, 0.17, 3),
              new Kind(4, 0.07, 0.13, 3),
              new Kind(5, 0.038, 0.07, 2),
              new Kind(6, 0.034, 0.06, 2));
      case STAGE ->
          List.of(
              new Kind(1, 0.16, 0.4, 4),
              new Kind(2, 0.13, 0.24, 4),
              new Kind(3, 0.11, 0.2, 4),
              new Kind(4, 0.09, 0.17, 4),
              new Kind(5, 0.07, 0.14, 3),
              new Kind(7, 0.06, 0.11, 3));
    };
  }
}
