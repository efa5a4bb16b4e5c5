package io.github.idols.core.label;

import io.github.idols.core.binary.FileKind;
import io.github.idols.core.face.Box;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where a preview is taken, as files. Safe for use by several threads. */
public final class PreviewSpotCodec {
  private static final FileKind KIND = new FileKind("IPrv", 1, "the place of a preview");

  private PreviewSpotCodec() {}

  /**
   * Writes it; the stream stays open and is flushed.
   *
   * @throws IOException when the stream cannot be written
   */
  public static void write(PreviewSpot spot, OutputStream out) throws IOException {
    KIND.write(
        out,
        to -> {
          to.small(spot.frame());
          to.float64(spot.faces().x());
          to.float64(spot.faces().y());
          to.float64(spot.faces().width());
          to.float64(spot.faces().height());
        });
  }

  /**
   * Reads it; the stream stays open.
   *
   * @throws io.github.idols.core.binary.DamagedFileException when it is another kind of file, or
   *     not whole
   * @throws IOException when the stream cannot be read
   */
  public static PreviewSpot read(InputStream in) throws IOException {
    return KIND.read(
        in,
        from ->
            new PreviewSpot(
                from.small(),
                new Box(from.float64(), from.float64(), from.float64(), from.float64())));
  }
}
