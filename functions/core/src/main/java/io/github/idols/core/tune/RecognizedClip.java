package io.github.idols.core.tune;

import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.NameVideo;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.VideoInfo;
import java.util.List;

/**
 * A video with its truth that was recognised once and is named as often as settings are tried.
 *
 * @param video the video
 * @param chunks what was found in all of its chunks
 * @param gallery the people who are to be named in it
 * @param truth every face on every frame that was looked at
 */
public record RecognizedClip(
    VideoInfo video, List<ChunkTracks> chunks, Gallery gallery, List<LabelRow> truth) {
  public RecognizedClip {
    chunks = List.copyOf(chunks);
    truth = List.copyOf(truth);
  }

  /** The clip's tracks with the names that a rule gives them. */
  List<Label> name(Matcher matcher) {
    return new NameVideo(matcher).name(video, chunks).labels().labels();
  }
}
