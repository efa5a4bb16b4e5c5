package io.github.idols.core.label;

import java.util.Set;

/**
 * What a fan says of some tracks of a video: that they show a person, or that they do not.
 *
 * @param tracks their places among the video's labels, from 0; places without a track say nothing
 * @param name a person of the gallery or anybody else; or {@link Label#UNKNOWN} with {@code is}:
 *     nobody of the gallery
 * @param is whether they show that person
 */
public record Correction(Set<Integer> tracks, String name, boolean is) {
  public Correction {
    tracks = Set.copyOf(tracks);
    if (!is && name.equals(Label.UNKNOWN)) {
      throw new IllegalArgumentException("a face that is not unknown needs a name");
    }
  }
}
