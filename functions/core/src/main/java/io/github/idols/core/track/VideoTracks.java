package io.github.idols.core.track;

import java.util.List;

/**
 * What was found in a whole video. Frames are numbered from 0 in presentation order.
 *
 * @param framePts presentation timestamp of each frame in ticks of the video's time base, in order
 * @param shots in order, together all frames
 * @param tracks in the order of their first frames
 */
public record VideoTracks(List<Long> framePts, List<Shot> shots, List<Track> tracks) {
  public VideoTracks {
    framePts = List.copyOf(framePts);
    shots = List.copyOf(shots);
    tracks = List.copyOf(tracks);
  }
}
