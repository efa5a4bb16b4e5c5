package io.github.idols.core.label;

import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.JoinChunks;
import io.github.idols.core.track.VideoTracks;
import io.github.idols.core.video.VideoInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names the faces of a whole video once all of its chunks were recognised: works on what was found
 * alone, in milliseconds. Safe for use by several threads.
 */
public final class NameVideo {
  private final NameTracks naming;

  public NameVideo(Matcher matcher) {
    this(matcher, Corrections.none());
  }

  /** Names as the rule does, except for what a fan said. */
  public NameVideo(Matcher matcher, Corrections corrections) {
    naming = new NameTracks(matcher, corrections);
  }

  /**
   * Joins the chunks and names what is in them.
   *
   * @param chunks all of the video's, in any order
   */
  public NamedVideo name(VideoInfo video, List<ChunkTracks> chunks) {
    VideoTracks joined = new JoinChunks().join(chunks);
    Labels labels =
        new Labels(
            video,
            joined.framePts(),
            naming.people(),
            joined.shots(),
            naming.name(joined.tracks()));
    return new NamedVideo(labels, firstFrames(chunks));
  }

  private static List<Long> firstFrames(List<ChunkTracks> chunks) {
    List<ChunkTracks> inOrder = new ArrayList<>(chunks);
    inOrder.sort(Comparator.comparingInt(ChunkTracks::chunk));
    List<Long> first = new ArrayList<>();
    long frame = 0;
    for (ChunkTracks chunk : inOrder) {
      first.add(frame);
      frame += chunk.framePts().size();
    }
    return first;
  }
}
