package io.github.idols.core.score;

import io.github.idols.core.face.Box;
import java.util.Optional;

/**
 * One mistake that the labels make for some frames in a row, about one face.
 *
 * @param kind what is wrong
 * @param truth the true name; {@link ConfusionMatrix#NO_FACE} where there is no true face
 * @param given the name given; {@link io.github.idols.core.label.Evaluation#MISSED} for none
 * @param firstFrame where it begins
 * @param lastFrame where it ends
 * @param frames how many frames that count it is made on
 * @param middle a frame in the middle of them
 * @param trueBox where the true face is on that frame
 * @param givenBox where the label is on that frame
 */
public record Mistake(
    Kind kind,
    String truth,
    String given,
    long firstFrame,
    long lastFrame,
    int frames,
    long middle,
    Optional<Box> trueBox,
    Optional<Box> givenBox) {
  /** What can be wrong, the worst first. */
  public enum Kind {
    /** An idol with another idol's name. */
    WRONG_NAME,
    /** A stranger with an idol's name. */
    STRANGER_NAMED,
    /** An idol's name on a box at whose place there is no true face. */
    NO_FACE,
    /** An idol labelled unknown. */
    NOT_NAMED,
    /** An idol without a box. */
    MISSED
  }

  /** Where to look on the frame in the middle. */
  public Box place() {
    return trueBox.or(() -> givenBox).orElseThrow();
  }
}
