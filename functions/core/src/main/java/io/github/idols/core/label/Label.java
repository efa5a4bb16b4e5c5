package io.github.idols.core.label;

import io.github.idols.core.gallery.Person;
import io.github.idols.core.track.Track;

/**
 * A name on a track.
 *
 * @param track the face, followed through one shot
 * @param name a person of the gallery, or {@link #UNKNOWN}
 * @param confidence how sure the naming is, 0 to 1; for an unknown face, how sure that it is nobody
 *     of the gallery
 * @param stranger which of the video's unknown people it is, from 1; 0 for people of the gallery
 *     and where strangers were not told apart
 */
public record Label(Track track, String name, double confidence, int stranger) {
  /** The name of a face that is nobody in the gallery. */
  public static final String UNKNOWN = Person.NOBODY;

  public Label {
    if (stranger < 0 || (stranger > 0 && !name.equals(UNKNOWN))) {
      throw new IllegalArgumentException(name + " cannot be stranger " + stranger);
    }
  }

  /** A label that does not say which stranger it is. */
  public Label(Track track, String name, double confidence) {
    this(track, name, confidence, 0);
  }

  /** The same label, of a stranger. */
  Label ofStranger(int number) {
    return new Label(track, name, confidence, number);
  }

  public boolean isKnown() {
    return !name.equals(UNKNOWN);
  }
}
