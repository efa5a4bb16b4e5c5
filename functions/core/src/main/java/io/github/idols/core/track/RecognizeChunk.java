package io.github.idols.core.track;

import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Goes through the frames of one chunk once: finds shots, follows faces, and takes the evidence of
 * who they are. Not safe for use by several threads.
 */
public final class RecognizeChunk {
  private final FaceFinder finder;
  private final FaceEmbedder embedder;
  private final TrackerSettings settings;

  public RecognizeChunk(FaceFinder finder, FaceEmbedder embedder, TrackerSettings settings) {
    this.finder = finder;
    this.embedder = embedder;
    this.settings = settings;
  }

  /**
   * @param chunk number of the chunk in the plan
   * @param frames all frames of the chunk; the caller closes it
   * @param progress told how many frames are done
   * @throws IOException when a frame cannot be read, or there is none
   */
  public ChunkTracks recognize(int chunk, Frames frames, LongConsumer progress) throws IOException {
    Tracker tracker = new Tracker(finder, embedder, settings);
    ShotDetector detector = new ShotDetector();
    List<Long> pts = new ArrayList<>();
    List<Shot> shots = new ArrayList<>();
    List<Track> tracks = new ArrayList<>();
    Thumbnail first = null;
    Thumbnail last = null;
    long shotStart = 0;
    for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
      Frame frame = next.get();
      long now = pts.size();
      last = Thumbnail.of(frame);
      int ago = detector.next(last);
      boolean begins = now == 0 || ago >= 0;
      if (first == null) {
        first = last;
      }
      if (ago >= 0) {
        Shot shot = new Shot(shotStart, Math.max(shotStart, now - ago - 1));
        shots.add(shot);
        tracks.addAll(tracker.end(shot));
        shotStart = shot.lastFrame() + 1;
      }
      if (begins) {
        tracker.begin(now);
      }
      tracker.next(frame, begins);
      pts.add(frame.pts());
      progress.accept(pts.size());
    }
    if (first == null || last == null) {
      throw new IOException("chunk " + chunk + " has no frame that can be decoded");
    }
    Shot shot = new Shot(shotStart, pts.size() - 1L);
    shots.add(shot);
    tracks.addAll(tracker.end(shot));
    tracks.sort(Comparator.comparingLong(Track::firstFrame));
    return new ChunkTracks(chunk, pts, shots, tracks, first, last);
  }
}
