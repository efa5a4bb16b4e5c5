package io.github.idols.core.track;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.video.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A track while it is being followed: where the face was seen, and the best looks at it. */
final class FollowedFace {
  /** Looks in a row without the face after which it is not followed any more. */
  private static final int MOST_MISSES = 3;

  /** A face seen only once is taken for one only if the detector was this sure. */
  private static final double SURE = 0.95;

  /** Frames from the end of a shot within which a face that is seen was there from the start. */
  private static final int NEAR = 13;

  /** A look must be this much better to take the place of another. */
  private static final double BETTER = 1.1;

  /**
   * Overlap of where it was found with where it was expected from which a face's path is taken to
   * be foreseeable.
   */
  private static final double FORESEEN = 0.9;

  /**
   * Cosine of the two best looks from which more of them would say the same: to embed a face costs
   * as much as to decode two frames.
   */
  private static final double AGREE = 0.85;

  private record Sighting(long frame, Detection detection) {}

  private record Look(long frame, AlignedFace face, double quality) {}

  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Look> looks = new ArrayList<>();
  private final TrackerSettings settings;
  private int misses;
  private long lastLook;
  private boolean steady;

  FollowedFace(TrackerSettings settings) {
    this.settings = settings;
  }

  void see(Frame frame, Detection detection, FaceEmbedder embedder) {
    steady =
        !sightings.isEmpty()
            && misses == 0
            && expectedAt(frame.index()).iou(detection.box()) >= FORESEEN;
    sightings.add(new Sighting(frame.index(), detection));
    misses = 0;
    lastLook = frame.index();
    double quality = quality(detection);
    if (mayKeep(frame.index(), quality)) {
      looks.add(new Look(frame.index(), embedder.align(frame, detection.landmarks()), quality));
    }
  }

  void miss(long frame) {
    misses++;
    steady = false;
    lastLook = frame;
  }

  /** Whether it is to be looked for again: seldom where its path is foreseeable. */
  boolean isDue(long frame) {
    return frame - lastLook >= (steady ? settings.followSteadyEvery() : settings.followEvery());
  }

  /** Whether it is where it is expected, seen there or foreseen. */
  boolean isThere(long frame) {
    return lastSeen() == frame || (steady && !isDue(frame));
  }

  boolean isLost() {
    return misses >= MOST_MISSES;
  }

  /** Number of the frame that it was last seen on. */
  long lastSeen() {
    return sightings.get(sightings.size() - 1).frame;
  }

  /** Where the face is expected: it keeps half of its speed. */
  Box expectedAt(long frame) {
    Sighting last = sightings.get(sightings.size() - 1);
    if (sightings.size() < 2) {
      return last.detection.box();
    }
    Sighting before = sightings.get(sightings.size() - 2);
    double t = 0.5 * (frame - last.frame) / Math.max(1, last.frame - before.frame);
    Box from = before.detection.box();
    Box to = last.detection.box();
    double dx = (to.centerX() - from.centerX()) * Math.min(1, t);
    double dy = (to.centerY() - from.centerY()) * Math.min(1, t);
    return new Box(to.x() + dx, to.y() + dy, to.width(), to.height());
  }

  /** Whether a detection can be this face: near where it is expected, and of a like size. */
  double likeness(Detection detection, long frame) {
    Box expected = expectedAt(frame);
    Box box = detection.box();
    double ratio = box.height() / Math.max(1, expected.height());
    return ratio < 0.5 || ratio > 2 ? 0 : expected.iou(box);
  }

  /** Room for a look: the list is not full, or one of its looks is clearly worse. */
  private boolean mayKeep(long frame, double quality) {
    for (Look look : looks) {
      if (frame - look.frame < settings.looksApart()) {
        if (quality > look.quality * BETTER) {
          looks.remove(look);
          return true;
        }
        return false;
      }
    }
    if (looks.size() < settings.looks()) {
      return true;
    }
    Look worst = looks.stream().min(Comparator.comparingDouble(Look::quality)).orElseThrow();
    if (quality > worst.quality * BETTER) {
      looks.remove(worst);
      return true;
    }
    return false;
  }

  /** Large, frontal faces that the detector is sure of say most about who it is. */
  private static double quality(Detection detection) {
    Landmarks at = detection.landmarks();
    double eyes = Math.max(1, at.rightEye().x() - at.leftEye().x());
    double aside = Math.abs(at.leftEye().x() + at.rightEye().x() - 2 * at.nose().x()) / eyes;
    double frontal = Math.max(0.1, 1 - Math.min(1, aside));
    double size = Math.min(1, detection.box().height() / AlignedFace.SIZE);
    return (0.2 + size) * (0.3 + frontal) * detection.score();
  }

  /**
   * The finished track: boxes between two sightings are interpolated, and the first and last are
   * repeated to the ends of the shot where those are near.
   *
   * @param shot the shot that the face was seen in; sightings outside of it do not count
   * @return nothing where it was no face after all
   */
  Optional<Track> finish(Shot shot, FaceEmbedder embedder) {
    sightings.removeIf(s -> s.frame < shot.firstFrame() || s.frame > shot.lastFrame());
    looks.removeIf(l -> l.frame < shot.firstFrame() || l.frame > shot.lastFrame());
    if (sightings.isEmpty()
        || (sightings.size() == 1 && sightings.get(0).detection.score() < SURE)) {
      return Optional.empty();
    }
    List<TrackBox> boxes = new ArrayList<>();
    Sighting first = sightings.get(0);
    if (first.frame - shot.firstFrame() <= NEAR) {
      fill(boxes, shot.firstFrame(), first, first);
    }
    for (int i = 1; i < sightings.size(); i++) {
      fill(boxes, sightings.get(i - 1).frame, sightings.get(i - 1), sightings.get(i));
    }
    Sighting last = sightings.get(sightings.size() - 1);
    long end = misses == 0 && shot.lastFrame() - last.frame <= NEAR ? shot.lastFrame() : last.frame;
    fill(boxes, last.frame, last, new Sighting(end + 1, last.detection));
    return Optional.of(new Track(boxes, evidence(embedder)));
  }

  /** The best looks embedded, until two of them agree, in the order of the frames. */
  private List<Evidence> evidence(FaceEmbedder embedder) {
    looks.sort(Comparator.comparingDouble(Look::quality).reversed());
    List<Evidence> evidence = new ArrayList<>();
    for (Look look : looks) {
      if (evidence.size() == 2 && agree(evidence.get(0), evidence.get(1))) {
        break;
      }
      evidence.add(
          new Evidence(
              look.frame, embedder.embed(look.face), Detail.measure(look.face), look.quality));
    }
    evidence.sort(Comparator.comparingLong(Evidence::frame));
    return evidence;
  }

  private static boolean agree(Evidence one, Evidence other) {
    return one.embedding().cosine(other.embedding()) >= AGREE;
  }

  /** Boxes from a frame on and until right before a sighting. */
  private static void fill(List<TrackBox> boxes, long start, Sighting from, Sighting to) {
    for (long f = start; f < to.frame; f++) {
      double t = Math.max(0, (double) (f - from.frame) / Math.max(1, to.frame - from.frame));
      boxes.add(new TrackBox(f, from.detection.box().lerp(to.detection.box(), t)));
    }
  }
}
