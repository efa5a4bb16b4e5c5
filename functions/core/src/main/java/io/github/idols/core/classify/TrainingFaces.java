package io.github.idols.core.classify;

import io.github.idols.core.face.WideFace;
import java.util.List;

/**
 * One person's faces.
 *
 * @param name as it is written on labels
 * @param training the faces to learn from, at least {@link #LEAST}
 * @param test the faces to be tested on; may be none
 */
public record TrainingFaces(String name, List<WideFace> training, List<WideFace> test) {
  /** One to learn from, one to hold back, one to see that they agree. */
  public static final int LEAST = 3;

  public TrainingFaces {
    training = List.copyOf(training);
    test = List.copyOf(test);
    if (training.size() < LEAST) {
      throw new IllegalArgumentException(name + " has " + training.size() + " faces to learn from");
    }
  }
}
