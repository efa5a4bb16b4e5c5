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
 */
public record Label(Track track, String name, double confidence) {
  /** The name of a face that is nobody in the gallery. */
  public static final String UNKNOWN = Person.NOBODY;

  public boolean isKnown() {
    return !name.equals(UNKNOWN);
  }
}
