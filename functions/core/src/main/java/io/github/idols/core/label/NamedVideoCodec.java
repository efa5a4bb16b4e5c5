package io.github.idols.core.label;

import io.github.idols.core.binary.FileKind;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackCodec;
import io.github.idols.core.video.VideoInfoCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Named videos as files, without the evidence for the names: whoever draws them needs none, and
 * embeddings should lie in as few places as can be. Safe for use by several threads.
 */
public final class NamedVideoCodec {
  private static final FileKind KIND = new FileKind("INam", 2, "a named video");

  private NamedVideoCodec() {}

  /**
   * Writes a video; the stream stays open and is flushed.
   *
   * @throws IOException when the stream cannot be written
   */
  public static void write(NamedVideo video, OutputStream out) throws IOException {
    Labels labels = video.labels();
    KIND.write(
        out,
        to -> {
          VideoInfoCodec.write(labels.video(), to);
          to.steps(video.firstFrames());
          to.steps(labels.framePts());
          to.list(labels.people(), to::text);
          TrackCodec.shots(labels.shots(), to);
          to.list(
              labels.labels(),
              label -> {
                to.text(label.name());
                to.float64(label.confidence());
                to.count(label.stranger());
                TrackCodec.boxes(label.track().boxes(), to);
              });
        });
  }

  /**
   * Reads a video, whose tracks have no evidence; the stream stays open.
   *
   * @throws io.github.idols.core.binary.DamagedFileException when it is another kind of file, or
   *     not whole
   * @throws IOException when the stream cannot be read
   */
  public static NamedVideo read(InputStream in) throws IOException {
    return KIND.read(
        in,
        from -> {
          var video = VideoInfoCodec.read(from);
          List<Long> firstFrames = from.steps();
          return new NamedVideo(
              new Labels(
                  video,
                  from.steps(),
                  from.list(from::text),
                  TrackCodec.shots(from),
                  from.list(
                      () -> {
                        String name = from.text();
                        double confidence = from.float64();
                        int stranger = from.count();
                        return new Label(
                            new Track(TrackCodec.boxes(from), List.of()),
                            name,
                            confidence,
                            stranger);
                      })),
              firstFrames);
        });
  }
}
