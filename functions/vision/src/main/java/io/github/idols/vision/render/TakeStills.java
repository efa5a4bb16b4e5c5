package io.github.idols.vision.render;

import io.github.idols.core.score.StillPictures;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Takes stills through the gate, all of a video in one pass. Immutable. */
public final class TakeStills implements StillPictures {
  /** Enough to see who it is and where. */
  private static final StillCut CUT = new StillCut(2.4, 64, 240, 0.8f);

  private final VideoGate gate;

  public TakeStills(VideoGate gate) {
    this.gate = gate;
  }

  @Override
  public void take(MediaSource video, List<Spot> spots, Sink sink, LongConsumer progress)
      throws RefusedException, IOException {
    TreeMap<Long, List<Integer>> byFrame = new TreeMap<>();
    for (int i = 0; i < spots.size(); i++) {
      byFrame.computeIfAbsent(spots.get(i).frame(), f -> new ArrayList<>()).add(i);
    }
    try (OpenVideo open = gate.open(video)) {
      PictureFormat picture = PictureFormat.of(open);
      // One chunk: only whoever decodes from the beginning knows for sure which frame is which.
      Chunk all = new VideoPlanner(VideoPlanner.EVERYTHING).plan(open).chunks().get(0);
      try (Frames frames = new ChunkReader(open, all, ReadOptions.exact())) {
        while (!byFrame.isEmpty()) {
          Optional<Frame> next = frames.next();
          if (next.isEmpty()) {
            return;
          }
          List<Integer> here = byFrame.remove(next.get().index());
          if (here != null) {
            for (int spot : here) {
              StillCut.Part part = CUT.around(spots.get(spot).box(), next.get());
              sink.take(spot, CUT.jpeg(next.get(), part, picture), part.box());
            }
          }
          progress.accept(next.get().index() + 1);
        }
      }
    }
  }
}
