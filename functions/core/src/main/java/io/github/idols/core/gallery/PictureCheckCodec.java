package io.github.idols.core.gallery;

import io.github.idols.core.binary.BinaryReader;
import io.github.idols.core.binary.BinaryWriter;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.face.SoftFaces;
import java.io.IOException;

/**
 * What looking at a picture gave, as a part of a file, exact to the last bit. Safe for use by
 * several threads.
 */
public final class PictureCheckCodec {
  /** Far above what a network gives. */
  private static final int MOST_NUMBERS = 1 << 14;

  private PictureCheckCodec() {}

  /** Writes one into a file. */
  public static void write(PictureCheck check, BinaryWriter out) throws IOException {
    if (check instanceof PictureCheck.Accepted accepted) {
      out.bool(true);
      out.floats(accepted.embedding().toArray());
      out.floats(accepted.soft().half().toArray());
      out.floats(accepted.soft().quarter().toArray());
      face(accepted.face(), out);
      out.float64(accepted.traits().turn());
      out.float64(accepted.traits().sharpness());
      out.int64(accepted.traits().pattern());
    } else if (check instanceof PictureCheck.Refused refused) {
      out.bool(false);
      out.text(refused.reason());
    }
  }

  /**
   * Reads one out of a file.
   *
   * @throws IllegalArgumentException when it holds what cannot be
   */
  public static PictureCheck read(BinaryReader in) throws IOException {
    if (!in.bool()) {
      return new PictureCheck.Refused(in.text());
    }
    // Java evaluates arguments from left to right.
    return new PictureCheck.Accepted(
        embedding(in),
        new SoftFaces(embedding(in), embedding(in)),
        face(in),
        new PictureTraits(in.float64(), in.float64(), in.int64()));
  }

  private static Embedding embedding(BinaryReader in) throws IOException {
    return Embedding.ofUnit(in.floats(MOST_NUMBERS));
  }

  private static void face(Detection face, BinaryWriter out) throws IOException {
    Box box = face.box();
    out.float64(box.x());
    out.float64(box.y());
    out.float64(box.width());
    out.float64(box.height());
    Landmarks at = face.landmarks();
    point(at.leftEye(), out);
    point(at.rightEye(), out);
    point(at.nose(), out);
    point(at.leftMouth(), out);
    point(at.rightMouth(), out);
    out.float64(face.score());
  }

  private static Detection face(BinaryReader in) throws IOException {
    return new Detection(
        new Box(in.float64(), in.float64(), in.float64(), in.float64()),
        new Landmarks(point(in), point(in), point(in), point(in), point(in)),
        in.float64());
  }

  private static void point(Point point, BinaryWriter out) throws IOException {
    out.float64(point.x());
    out.float64(point.y());
  }

  private static Point point(BinaryReader in) throws IOException {
    return new Point(in.float64(), in.float64());
  }
}
