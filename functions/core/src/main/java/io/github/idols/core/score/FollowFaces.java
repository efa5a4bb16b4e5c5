package io.github.idols.core.score;

import io.github.idols.core.score.FaceTrack.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Follows true faces from frame to frame; a shot's end is the end of its tracks. Used once. */
final class FollowFaces {
  private final Shots shots;
  private final List<List<Sighting>> tracks = new ArrayList<>();
  private List<List<Sighting>> open = List.of();

  private FollowFaces(Shots shots) {
    this.shots = shots;
  }

  private record Link(double iou, int track, int face) {}

  /** Tracks in the order of their first frames. */
  static List<FaceTrack> follow(List<MatchedFrame> frames, Shots shots) {
    FollowFaces following = new FollowFaces(shots);
    for (MatchedFrame frame : frames) {
      if (!frame.faces().isEmpty()) {
        following.add(frame);
      }
    }
    return following.tracks.stream().map(FaceTrack::new).toList();
  }

  /** The most overlapping ones go on first, each in one track at most. */
  private void add(MatchedFrame frame) {
    List<MatchedFace> faces = frame.faces();
    List<Link> links = new ArrayList<>();
    for (int t = 0; t < open.size(); t++) {
      Sighting last = open.get(t).get(open.get(t).size() - 1);
      boolean near =
          frame.number() - last.frame() <= shots.step()
              && shots.of(frame.number()) == shots.of(last.frame());
      for (int f = 0; near && f < faces.size(); f++) {
        if (Shots.overlap(last.face().truth(), faces.get(f).truth())) {
          links.add(new Link(last.face().truth().box().iou(faces.get(f).truth().box()), t, f));
        }
      }
    }
    links.sort(
        Comparator.comparingDouble(Link::iou)
            .reversed()
            .thenComparingInt(Link::track)
            .thenComparingInt(Link::face));
    boolean[] continued = new boolean[open.size()];
    boolean[] placed = new boolean[faces.size()];
    List<List<Sighting>> now = new ArrayList<>();
    for (Link link : links) {
      if (!continued[link.track()] && !placed[link.face()]) {
        continued[link.track()] = true;
        placed[link.face()] = true;
        open.get(link.track()).add(new Sighting(frame.number(), faces.get(link.face())));
        now.add(open.get(link.track()));
      }
    }
    for (int f = 0; f < placed.length; f++) {
      if (!placed[f]) {
        List<Sighting> track = new ArrayList<>();
        track.add(new Sighting(frame.number(), faces.get(f)));
        tracks.add(track);
        now.add(track);
      }
    }
    open = now;
  }
}
