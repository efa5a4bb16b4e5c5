package io.github.idols.core.label;

import io.github.idols.core.binary.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A chunk's pictures as files. Safe for use by several threads. */
public final class ChunkPicturesCodec {
  private static final FileKind KIND = new FileKind("IPic", 1, "the pictures of a chunk");

  private ChunkPicturesCodec() {}

  /**
   * Writes the pictures; the stream stays open and is flushed.
   *
   * @throws IOException when the stream cannot be written
   */
  public static void write(ChunkPictures pictures, OutputStream out) throws IOException {
    KIND.write(
        out,
        to ->
            to.list(
                pictures.faces(),
                face -> {
                  to.count(face.track());
                  to.float64(face.weight());
                  to.text(face.jpeg());
                }));
  }

  /**
   * Reads pictures; the stream stays open.
   *
   * @throws io.github.idols.core.binary.DamagedFileException when it is another kind of file, or
   *     not whole
   * @throws IOException when the stream cannot be read
   */
  public static ChunkPictures read(InputStream in) throws IOException {
    return KIND.read(
        in,
        from ->
            new ChunkPictures(
                from.list(() -> new FacePicture(from.count(), from.float64(), from.text()))));
  }
}
