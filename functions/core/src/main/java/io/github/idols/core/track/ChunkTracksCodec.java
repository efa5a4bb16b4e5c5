package io.github.idols.core.track;

import io.github.idols.core.binary.BinaryReader;
import io.github.idols.core.binary.BinaryWriter;
import io.github.idols.core.binary.DamagedFileException;
import io.github.idols.core.binary.FileKind;
import io.github.idols.core.face.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What was found in a chunk, as a file. It holds embeddings: biometric data, deleted for good when
 * asked. Safe for use by several threads.
 */
public final class ChunkTracksCodec {
  private static final FileKind KIND = new FileKind("ITrk", 2, "a chunk's tracks");

  private ChunkTracksCodec() {}

  /**
   * Writes what was found; the stream stays open and is flushed.
   *
   * @throws IOException when the stream cannot be written
   */
  public static void write(ChunkTracks tracks, OutputStream out) throws IOException {
    KIND.write(
        out,
        to -> {
          to.count(tracks.chunk());
          to.steps(tracks.framePts());
          TrackCodec.shots(tracks.shots(), to);
          to.list(
              tracks.tracks(),
              track -> {
                TrackCodec.boxes(track.boxes(), to);
                to.list(track.evidence(), look -> look(look, to));
              });
          to.floats(tracks.first().values());
          to.floats(tracks.last().values());
        });
  }

  /**
   * Reads what was found; the stream stays open.
   *
   * @throws DamagedFileException when it is another kind of file, or not whole
   * @throws IOException when the stream cannot be read
   */
  public static ChunkTracks read(InputStream in) throws IOException {
    return KIND.read(
        in,
        from ->
            new ChunkTracks(
                from.count(),
                from.steps(),
                TrackCodec.shots(from),
                from.list(() -> new Track(TrackCodec.boxes(from), from.list(() -> look(from)))),
                Thumbnail.ofValues(from.floats()),
                Thumbnail.ofValues(from.floats())));
  }

  private static void look(Evidence look, BinaryWriter out) throws IOException {
    out.small(look.frame());
    out.float64(look.detail());
    out.float64(look.weight());
    out.floats(look.embedding().toArray());
  }

  private static Evidence look(BinaryReader in) throws IOException {
    long frame = in.small();
    double detail = in.float64();
    double weight = in.float64();
    return new Evidence(frame, Embedding.ofUnit(in.floats()), detail, weight);
  }
}
