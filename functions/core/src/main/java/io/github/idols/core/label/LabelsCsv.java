package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes labels as {@code labels.csv}: one row for every face on every frame, unknown ones too, by
 * frame and then from left to right.
 *
 * <p>Columns: {@code frame} (from 0 in presentation order), {@code x,y,w,h} (source pixels), {@code
 * name}, then {@code time} (seconds of the video), {@code track} (number of the track in {@code
 * labels.json}), {@code confidence} (0 to 1). Lines end with a line feed; fields are quoted where
 * RFC 4180 wants it.
 */
public final class LabelsCsv {
  private static final String HEADER = "frame,x,y,w,h,name,time,track,confidence,stranger\n";

  private LabelsCsv() {}

  /**
   * Writes the labels of one video, as a stream.
   *
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(Labels labels, Appendable out) throws IOException {
    FrameTimes times = new FrameTimes(labels);
    out.append(HEADER);
    FrameSweep.visit(
        labels,
        (frame, faces) -> {
          String number = Long.toString(frame);
          String time = fixed(times.start(frame), 3);
          for (FaceOnFrame face : faces) {
            Box box = face.box();
            out.append(number).append(',').append(fixed(box.x(), 1));
            out.append(',').append(fixed(box.y(), 1));
            out.append(',').append(fixed(box.width(), 1));
            out.append(',').append(fixed(box.height(), 1));
            out.append(',').append(quoted(face.label().name()));
            out.append(',').append(time);
            out.append(',').append(Integer.toString(face.track()));
            out.append(',').append(fixed(face.label().confidence(), 3));
            int stranger = face.label().stranger();
            out.append(',').append(stranger > 0 ? Integer.toString(stranger) : "").append('\n');
          }
        });
  }

  /** With a decimal point, whatever the machine's language. */
  static String fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
