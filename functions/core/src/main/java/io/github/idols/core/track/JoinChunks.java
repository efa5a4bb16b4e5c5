package io.github.idols.core.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the chunks of a video together: numbers its frames, and joins shots and tracks over the
 * ends.
 */
public final class JoinChunks {
  /** Overlap of a track's last box in one chunk and its first in the next. */
  private static final double SAME_FACE = 0.3;

  /**
   * @param chunks of one video, all of them, in any order
   */
  public VideoTracks join(List<ChunkTracks> chunks) {
    List<ChunkTracks> inOrder = new ArrayList<>(chunks);
    inOrder.sort(Comparator.comparingInt(ChunkTracks::chunk));
    List<Long> pts = new ArrayList<>();
    List<Shot> shots = new ArrayList<>();
    List<Track> tracks = new ArrayList<>();
    Optional<Thumbnail> before = Optional.empty();
    for (ChunkTracks chunk : inOrder) {
      long offset = pts.size();
      boolean goesOn =
          before
              .map(last -> last.difference(chunk.first()) <= ShotDetector.OTHER_SHOT)
              .orElse(false);
      for (Shot shot : chunk.shots()) {
        Shot moved = new Shot(shot.firstFrame() + offset, shot.lastFrame() + offset);
        if (goesOn && shot.firstFrame() == 0) {
          Shot open = shots.remove(shots.size() - 1);
          moved = new Shot(open.firstFrame(), moved.lastFrame());
        }
        shots.add(moved);
      }
      for (Track track : chunk.tracks()) {
        add(tracks, move(track, offset), goesOn && track.firstFrame() == 0);
      }
      pts.addAll(chunk.framePts());
      before = Optional.of(chunk.last());
    }
    tracks.sort(Comparator.comparingLong(Track::firstFrame));
    return new VideoTracks(pts, shots, tracks);
  }

  private static void add(List<Track> tracks, Track track, boolean mayGoOn) {
    if (mayGoOn) {
      double best = SAME_FACE;
      int which = -1;
      for (int i = 0; i < tracks.size(); i++) {
        Track open = tracks.get(i);
        if (open.lastFrame() == track.firstFrame() - 1) {
          double overlap =
              open.boxes().get(open.boxes().size() - 1).box().iou(track.boxes().get(0).box());
          if (overlap > best) {
            best = overlap;
            which = i;
          }
        }
      }
      if (which >= 0) {
        Track open = tracks.get(which);
        List<TrackBox> boxes = new ArrayList<>(open.boxes());
        boxes.addAll(track.boxes());
        List<Evidence> evidence = new ArrayList<>(open.evidence());
        evidence.addAll(track.evidence());
        tracks.set(which, new Track(boxes, evidence));
        return;
      }
    }
    tracks.add(track);
  }

  private static Track move(Track track, long offset) {
    List<TrackBox> boxes = new ArrayList<>(track.boxes().size());
    for (TrackBox box : track.boxes()) {
      boxes.add(new TrackBox(box.frame() + offset, box.box()));
    }
    List<Evidence> evidence = new ArrayList<>(track.evidence().size());
    for (Evidence look : track.evidence()) {
      evidence.add(
          new Evidence(look.frame() + offset, look.embedding(), look.detail(), look.weight()));
    }
    return new Track(boxes, evidence);
  }
}
