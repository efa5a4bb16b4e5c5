package io.github.idols.core.track;

import java.util.List;

/**
 * What a worker found in one chunk. Frames are numbered from 0 at the start of the chunk.
 *
 * @param chunk number of the chunk in the plan
 * @param framePts presentation timestamp of each frame in ticks of the video's time base, in order
 * @param shots in order, together all frames
 * @param tracks in the order of their first frames
 * @param first the first frame, to see whether its shot began in the chunk before
 * @param last the last frame
 */
public record ChunkTracks(
    int chunk,
    List<Long> framePts,
    List<Shot> shots,
    List<Track> tracks,
    Thumbnail first,
    Thumbnail last) {
  public ChunkTracks {
    framePts = List.copyOf(framePts);
    shots = List.copyOf(shots);
    tracks = List.copyOf(tracks);
  }
}
