package io.github.idols.core.score;

import java.util.List;

/**
 * One true face followed from frame to frame, while its name stays and its box overlaps the one
 * before.
 *
 * @param sightings in the order of the frames, at least one
 */
record FaceTrack(List<Sighting> sightings) {
  FaceTrack {
    sightings = List.copyOf(sightings);
  }

  /** The face on one frame. */
  record Sighting(long frame, MatchedFace face) {}

  boolean isIdol() {
    return sightings.get(0).face().isIdol();
  }

  /** Whether it is right on most of its frames: on more than half of them. */
  boolean isRight() {
    return 2 * sightings.stream().filter(s -> s.face().isRight()).count() > sightings.size();
  }
}
