package io.github.idols.core.track;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.video.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows faces through the frames of one shot: searches whole frames now and then, and in between
 * looks only where a face is expected. Not safe for use by several threads.
 */
final class Tracker {
  /** Overlap from which a detection is taken for a face that is being followed. */
  private static final double SAME_FACE = 0.3;

  /** Overlap from which two followed faces are taken for one. */
  private static final double MERGED = 0.6;

  private final FaceFinder finder;
  private final FaceEmbedder embedder;
  private final TrackerSettings settings;
  private final List<FollowedFace> faces = new ArrayList<>();
  private final List<FollowedFace> lost = new ArrayList<>();
  private long nextScan;
  private long nextLook;

  Tracker(FaceFinder finder, FaceEmbedder embedder, TrackerSettings settings) {
    this.finder = finder;
    this.embedder = embedder;
    this.settings = settings;
  }

  /** Begins a shot: the frame that comes next is searched as a whole. */
  void begin(long frame) {
    faces.clear();
    lost.clear();
    nextScan = frame;
    nextLook = frame;
  }

  /** Takes the next frame of the shot. */
  void next(Frame frame, boolean firstOfShot) {
    long now = frame.index();
    if (now >= nextScan) {
      scan(frame);
      nextScan = now + (firstOfShot ? settings.secondScan() : settings.scanEvery());
      nextLook = now + settings.followEvery();
    } else if (now >= nextLook) {
      follow(frame, faces.stream().filter(face -> face.isDue(now)).toList());
      nextLook = now + settings.followEvery();
    }
  }

  /** Ends the shot and gives its tracks; those of its last frames may reach over its end. */
  List<Track> end(Shot shot) {
    List<Track> tracks = new ArrayList<>();
    List<FollowedFace> all = new ArrayList<>(lost);
    all.addAll(faces);
    for (FollowedFace face : all) {
      face.finish(shot, embedder).ifPresent(tracks::add);
    }
    return new BridgeGaps().bridge(tracks);
  }

  private void scan(Frame frame) {
    List<Detection> detections = finder.find(frame, smallest(frame.index()));
    record Pair(FollowedFace face, Detection detection, double likeness) {}
    List<Pair> pairs = new ArrayList<>();
    for (FollowedFace face : faces) {
      for (Detection detection : detections) {
        double likeness = face.likeness(detection, frame.index());
        if (likeness > SAME_FACE) {
          pairs.add(new Pair(face, detection, likeness));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    Set<FollowedFace> seen = new HashSet<>();
    Set<Detection> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!seen.contains(pair.face) && !taken.contains(pair.detection)) {
        seen.add(pair.face);
        taken.add(pair.detection);
        pair.face.see(frame, pair.detection, embedder);
      }
    }
    List<FollowedFace> unseen = new ArrayList<>(faces);
    unseen.removeAll(seen);
    follow(frame, unseen);
    for (Detection detection : detections) {
      if (!taken.contains(detection) && isFree(detection.box(), frame.index())) {
        FollowedFace face = new FollowedFace(settings);
        face.see(frame, detection, embedder);
        faces.add(face);
      }
    }
  }

  /**
   * How small a face can be that is not followed yet. Who comes into a shot is about as far away as
   * those who are there; a face half as high as the lowest is still found.
   */
  private double smallest(long frame) {
    return faces.stream().mapToDouble(f -> f.expectedAt(frame).height() / 2).min().orElse(0);
  }

  /** Whether nobody who was seen on this frame is at that place. */
  private boolean isFree(Box box, long frame) {
    return faces.stream()
        .noneMatch(f -> f.lastSeen() == frame && f.expectedAt(frame).iou(box) > SAME_FACE);
  }

  private void follow(Frame frame, List<FollowedFace> which) {
    long now = frame.index();
    List<Box> expected = new ArrayList<>();
    for (FollowedFace face : which) {
      expected.add(face.expectedAt(now));
    }
    List<Optional<Detection>> found = finder.follow(frame, expected);
    for (int i = 0; i < found.size(); i++) {
      FollowedFace face = which.get(i);
      Optional<Detection> there =
          found
              .get(i)
              .filter(d -> face.likeness(d, now) > SAME_FACE)
              .filter(d -> isNobodyElse(face, d.box(), now));
      if (there.isPresent()) {
        face.see(frame, there.get(), embedder);
      } else {
        face.miss(now);
      }
    }
    faces.removeIf(
        face -> {
          if (face.isLost()) {
            lost.add(face);
          }
          return face.isLost();
        });
  }

  /** Two followed faces must not end up on the same one: the first keeps it. */
  private boolean isNobodyElse(FollowedFace face, Box box, long frame) {
    return faces.stream()
        .noneMatch(f -> f != face && f.isThere(frame) && f.expectedAt(frame).iou(box) > MERGED);
  }
}
