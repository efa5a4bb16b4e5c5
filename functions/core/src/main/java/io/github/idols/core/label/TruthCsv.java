package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a truth file: CSV as {@link LabelsCsvReader} reads it, with the columns {@code
 * frame,x,y,w,h,name} and one row for every face on every frame, by frame and then from left to
 * right. Boxes are rounded to 0.1 pixels, as in {@code labels.csv}.
 */
public final class TruthCsv {
  private static final Comparator<LabelRow> IN_ORDER =
      Comparator.comparingLong(LabelRow::frame)
          .thenComparingDouble(row -> row.box().x())
          .thenComparingDouble(row -> row.box().y());

  private TruthCsv() {}

  /**
   * Writes rows, in whatever order they come.
   *
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(List<LabelRow> rows, Appendable out) throws IOException {
    out.append("frame,x,y,w,h,name\n");
    for (LabelRow row : rows.stream().sorted(IN_ORDER).toList()) {
      Box box = row.box();
      out.append(Long.toString(row.frame()));
      for (double side : new double[] {box.x(), box.y(), box.width(), box.height()}) {
        out.append(',').append(LabelsCsv.fixed(side, 1));
      }
      out.append(',').append(LabelsCsv.quoted(row.name())).append('\n');
    }
  }
}
