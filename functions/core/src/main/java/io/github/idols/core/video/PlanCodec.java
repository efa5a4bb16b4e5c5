package io.github.idols.core.video;

import io.github.idols.core.binary.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Plans as files. Safe for use by several threads. */
public final class PlanCodec {
  private static final FileKind KIND = new FileKind("IPln", 1, "a plan");

  private PlanCodec() {}

  /**
   * Writes a plan; the stream stays open and is flushed.
   *
   * @throws IOException when the stream cannot be written
   */
  public static void write(Plan plan, OutputStream out) throws IOException {
    KIND.write(
        out,
        to -> {
          VideoInfoCodec.write(plan.video(), to);
          to.list(
              plan.chunks(),
              chunk -> {
                to.count(chunk.number());
                to.int64(chunk.startDts());
                to.int64(chunk.endDts());
                to.small(chunk.frames());
              });
        });
  }

  /**
   * Reads a plan; the stream stays open.
   *
   * @throws io.github.idols.core.binary.DamagedFileException when it is none, or not whole
   * @throws IOException when the stream cannot be read
   */
  public static Plan read(InputStream in) throws IOException {
    return KIND.read(
        in,
        from ->
            new Plan(
                VideoInfoCodec.read(from),
                from.list(
                    () -> new Chunk(from.count(), from.int64(), from.int64(), from.small()))));
  }
}
