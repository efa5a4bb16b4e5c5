package io.github.idols.core.score;

import io.github.idols.core.label.Label;
import io.github.idols.core.label.LabelRow;
import java.util.Optional;

/**
 * A true face on a frame and the label at its place.
 *
 * @param truth the face
 * @param label what it was labelled, if anything is there
 */
public record MatchedFace(LabelRow truth, Optional<LabelRow> label) {
  /** Whether the face is somebody's of the gallery. */
  public boolean isIdol() {
    return truth.isKnown();
  }

  /** The name that it was given, {@link Label#UNKNOWN} included. */
  public Optional<String> given() {
    return label.map(LabelRow::name);
  }

  /** Whether an idol carries the right name, or a stranger no idol's name. */
  public boolean isRight() {
    return isIdol()
        ? given().filter(truth.name()::equals).isPresent()
        : label.filter(LabelRow::isKnown).isEmpty();
  }
}
