package io.github.idols.core.gallery;

import java.util.Optional;

/**
 * What a person is called.
 *
 * @param name as it is written on labels; unique within a gallery
 * @param korean in Hangul
 * @param romanised the Korean name in Latin letters
 * @param english a name of their own in English, or the stage name
 */
public record PersonNames(
    String name, Optional<String> korean, Optional<String> romanised, Optional<String> english) {
  /** Only the one that is written on labels. */
  public static PersonNames of(String name) {
    return new PersonNames(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether there is more than the one that is written on labels. */
  public boolean hasOther() {
    return korean.isPresent() || romanised.isPresent() || english.isPresent();
  }
}
