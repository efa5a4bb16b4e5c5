package io.github.idols.core.gallery;

import io.github.idols.core.face.Embedding;
import java.util.Arrays;

/** Faces as directions in a plane, so that what is right can be told by hand. */
final class Angles {
  private Angles() {}

  /** Somebody with a picture at each angle. */
  static Person person(String name, double... degrees) {
    return new Person(
        name, Arrays.stream(degrees).mapToObj(d -> new Picture(d + ".jpg", at(d))).toList());
  }

  static Embedding at(double degrees) {
    double a = Math.toRadians(degrees);
    return Embedding.of((float) Math.cos(a), (float) Math.sin(a));
  }
}
