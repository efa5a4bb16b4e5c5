package io.github.idols.core.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads from a labels file how many frames a second its video has, on average. */
public final class LabelsFrameRate {
  private LabelsFrameRate() {}

  /** A row's frame and when it is shown. */
  private record Moment(long frame, double seconds) {}

  /**
   * Reads a file that {@link LabelsCsvReader} has read.
   *
   * @return frames a second, or nothing when no column {@code time} tells two frames apart
   * @throws IOException when it cannot be read
   */
  public static OptionalDouble read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(in);
    }
  }

  /**
   * Reads from an open reader.
   *
   * @return frames a second, or nothing when no column {@code time} tells two frames apart
   * @throws IOException when it cannot be read
   */
  public static OptionalDouble read(Reader in) throws IOException {
    CsvRecords records = new CsvRecords(in);
    List<String> header = records.read().orElse(List.of()).stream().map(String::strip).toList();
    int frame = header.indexOf("frame");
    int time = header.indexOf("time");
    if (frame < 0 || time < 0) {
      return OptionalDouble.empty();
    }
    List<Moment> moments = new ArrayList<>();
    for (Optional<List<String>> r = records.read(); r.isPresent(); r = records.read()) {
      moment(r.get(), frame, time).ifPresent(moments::add);
    }
    if (moments.isEmpty()) {
      return OptionalDouble.empty();
    }
    Comparator<Moment> byFrame = Comparator.comparingLong(Moment::frame);
    Moment first = Collections.min(moments, byFrame);
    Moment last = Collections.max(moments, byFrame);
    double rate = (last.frame() - first.frame()) / (last.seconds() - first.seconds());
    return rate > 0 && Double.isFinite(rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
  }

  /** Rows without a number in either place say nothing. */
  private static Optional<Moment> moment(List<String> row, int frame, int time) {
    try {
      return row.size() <= Math.max(frame, time)
          ? Optional.empty()
          : Optional.of(
              new Moment(
                  Long.parseLong(row.get(frame).strip()),
                  Double.parseDouble(row.get(time).strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
