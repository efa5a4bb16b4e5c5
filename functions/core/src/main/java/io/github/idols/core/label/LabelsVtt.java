package io.github.idols.core.label;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes labels as WebVTT: a cue says who of the gallery is on screen, for as long as that stays
 * the same. Unknown faces are in no cue.
 *
 * <p>Format: W3C, "WebVTT: The Web Video Text Tracks Format".
 */
public final class LabelsVtt {
  private LabelsVtt() {}

  /**
   * Writes the labels of one video, as a stream.
   *
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(Labels labels, Appendable out) throws IOException {
    out.append("WEBVTT\n");
    Cues cues = new Cues(labels, out);
    FrameSweep.visit(
        labels,
        (frame, faces) -> {
          Set<String> names = new LinkedHashSet<>();
          for (FaceOnFrame face : faces) {
            if (face.label().isKnown()) {
              names.add(face.label().name());
            }
          }
          cues.frame(frame, names);
        });
    cues.end();
  }

  /** The cue that is being lengthened, frame by frame. */
  private static final class Cues {
    private final List<String> people;
    private final FrameTimes times;
    private final Appendable out;
    private Set<String> names = Set.of();
    private long first;
    private long last;

    Cues(Labels labels, Appendable out) {
      people = labels.people();
      times = new FrameTimes(labels);
      this.out = out;
    }

    void frame(long frame, Set<String> now) throws IOException {
      if (frame != last + 1 || !now.equals(names)) {
        end();
        names = now;
        first = frame;
      }
      last = frame;
    }

    /** Writes the cue, if there is one. */
    void end() throws IOException {
      if (names.isEmpty()) {
        return;
      }
      List<String> ordered = new ArrayList<>(names);
      ordered.sort((a, b) -> Integer.compare(people.indexOf(a), people.indexOf(b)));
      out.append('\n').append(timestamp(times.start(first)));
      out.append(" --> ").append(timestamp(times.end(last))).append('\n');
      out.append(escaped(String.join(", ", ordered))).append('\n');
      names = Set.of();
    }
  }

  /** Hours, minutes, seconds and milliseconds; WebVTT has no time before 0. */
  private static String timestamp(double seconds) {
    long ms = Math.max(0, Math.round(seconds * 1000));
    StringBuilder text = new StringBuilder();
    padded(text, ms / 3_600_000, 2).append(':');
    padded(text, ms / 60_000 % 60, 2).append(':');
    padded(text, ms / 1000 % 60, 2).append('.');
    return padded(text, ms % 1000, 3).toString();
  }

  private static StringBuilder padded(StringBuilder text, long number, int digits) {
    String plain = Long.toString(number);
    return text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
  }

  /** A line feed would end the cue, and {@code -->} would begin another. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\r\\n]+", " ");
  }
}
