package io.github.idols.local.clips;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a clip is made from: two plans that are equal make the same clip.
 *
 * @param number of the clip, from 1
 * @param seed of all that is drawn by lot in it
 * @param width of the video in pixels, even
 * @param height of the video in pixels, even
 * @param roles who is seen
 * @param strangers further faces that are nobody's of the gallery; may be none
 * @param leftOut whose pictures are missing in the gallery although the clip shows them
 * @param gallery the pictures of each person who can be named
 */
public record ClipPlan(
    int number,
    long seed,
    Look look,
    int width,
    int height,
    double seconds,
    List<Role> roles,
    List<FacePicture> strangers,
    Optional<String> leftOut,
    Map<String, List<Path>> gallery) {
  /** Frames a second of every clip. */
  static final int RATE = 24;

  public ClipPlan {
    roles = List.copyOf(roles);
    strangers = List.copyOf(strangers);
    gallery = Map.copyOf(gallery);
  }

  /** How many frames the clip has. */
  public int frames() {
    return (int) Math.max(1, Math.round(seconds * RATE));
  }
}
