package io.github.idols.core.gallery;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the faces in a gallery picture is the person's. */
public sealed interface FaceChoice {
  /** Least height of a usable face in pixels: smaller ones are named wrongly far too often. */
  double MIN_HEIGHT = 32;

  /** How many times taller than the next face the person's must be. */
  double CLEARLY_TALLER = 1.5;

  /** This face is the person's. */
  record Chosen(Detection face) implements FaceChoice {}

  /** How to choose: {@link FaceChoice#of} or {@link FaceChoice#tallest}. */
  @FunctionalInterface
  interface Rule {
    /** Chooses one of a picture's faces, all in pixels of the picture, or none. */
    FaceChoice choose(List<Detection> faces, int width, int height);
  }

  /** None can be told to be the person's; {@code reason} follows a file's name and a colon. */
  record None(String reason) implements FaceChoice {}

  /**
   * Chooses the tallest face, if nothing speaks for another.
   *
   * <p>It must be at least {@link #MIN_HEIGHT} pixels high and {@link #CLEARLY_TALLER} times as
   * tall as any other; and when it stands aside while another, large enough to be used, stands in
   * the middle third of the picture, that one may be meant, so neither is taken.
   *
   * @param faces all faces of the picture, in any order, in pixels of the picture
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   */
  static FaceChoice of(List<Detection> faces, int width, int height) {
    FaceChoice choice = tallest(faces, width, height);
    if (!(choice instanceof Chosen chosen)) {
      return choice;
    }
    Box tallest = chosen.face().box();
    List<Detection> rest = new ArrayList<>(faces);
    rest.remove(chosen.face());
    List<Box> others = rest.stream().map(Detection::box).toList();
    List<Box> rivals =
        others.stream().filter(b -> b.height() * CLEARLY_TALLER > tallest.height()).toList();
    if (!rivals.isEmpty()) {
      return new None((rivals.size() + 1) + " faces of a similar size, crop it to one");
    }
    boolean anotherIsMeant =
        !isCentral(tallest, width, height)
            && others.stream()
                .anyMatch(b -> b.height() >= MIN_HEIGHT && isCentral(b, width, height));
    if (anotherIsMeant) {
      return new None("a large face at the side and another in the middle, crop it to one");
    }
    return chosen;
  }

  /**
   * Chooses the tallest face, whatever else is there, of at least {@link #MIN_HEIGHT} pixels: for a
   * picture that is to be named, not to name others by.
   *
   * @param faces all faces of the picture, in any order, in pixels of the picture
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   */
  static FaceChoice tallest(List<Detection> faces, int width, int height) {
    Optional<Detection> tallest =
        faces.stream().max(Comparator.comparingDouble(face -> face.box().height()));
    if (tallest.isEmpty()) {
      return new None("no face found");
    }
    double size = tallest.get().box().height();
    return size < MIN_HEIGHT
        ? new None(
            "the face is too small, "
                + Math.round(size)
                + " pixels high, at least "
                + Math.round(MIN_HEIGHT)
                + " are needed")
        : new Chosen(tallest.get());
  }

  private static boolean isCentral(Box box, int width, int height) {
    return Math.abs(box.centerX() - width / 2.0) <= width / 6.0
        && Math.abs(box.centerY() - height / 2.0) <= height / 6.0;
  }
}
