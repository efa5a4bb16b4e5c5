package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a truth or labels file: UTF-8 CSV whose header names the columns {@code
 * frame,x,y,w,h,name}, in any order and among any others. An empty name means {@link
 * Label#UNKNOWN}.
 */
public final class LabelsCsvReader {
  private static final List<String> COLUMNS = List.of("frame", "x", "y", "w", "h", "name");

  private LabelsCsvReader() {}

  /**
   * Reads a file.
   *
   * @return its rows in the order of the file
   * @throws LabelsFormatException when it is not such a file
   * @throws IOException when it cannot be read
   */
  public static List<LabelRow> read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(in, file.toString());
    } catch (CharacterCodingException e) {
      throw new LabelsFormatException(file + ": not a text file in UTF-8");
    }
  }

  /**
   * Reads from an open reader.
   *
   * @param source what errors call the file
   * @throws LabelsFormatException when it is not such a file
   * @throws IOException when it cannot be read
   */
  public static List<LabelRow> read(Reader in, String source) throws IOException {
    CsvRecords records = new CsvRecords(in);
    Optional<List<String>> header = records.read();
    if (header.isEmpty()) {
      throw new LabelsFormatException(
          source + ": the file is empty, its first line must be frame,x,y,w,h,name");
    }
    int[] columns = columns(header.get(), source, records.line());
    List<LabelRow> rows = new ArrayList<>();
    for (Optional<List<String>> r = records.read(); r.isPresent(); r = records.read()) {
      rows.add(row(r.get(), columns, source, records.line()));
    }
    return rows;
  }

  private static int[] columns(List<String> header, String source, int line)
      throws LabelsFormatException {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      places.put(stripped(header.get(i)), i);
    }
    int[] columns = new int[COLUMNS.size()];
    for (int i = 0; i < columns.length; i++) {
      Integer place = places.get(COLUMNS.get(i));
      if (place == null) {
        throw wrong(
            source,
            line,
            "the header has no column " + COLUMNS.get(i) + ", it must name frame,x,y,w,h,name");
      }
      columns[i] = place;
    }
    return columns;
  }

  private static LabelRow row(List<String> fields, int[] columns, String source, int line)
      throws LabelsFormatException {
    String[] cells = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= fields.size()) {
        throw wrong(source, line, "no " + COLUMNS.get(i) + " in this line");
      }
      cells[i] = stripped(fields.get(columns[i]));
    }
    double[] box = new double[4];
    for (int i = 0; i < 4; i++) {
      box[i] = number(cells[i + 1], COLUMNS.get(i + 1), source, line);
    }
    return new LabelRow(
        frame(cells[0], source, line),
        new Box(box[0], box[1], box[2], box[3]),
        cells[5].isEmpty() ? Label.UNKNOWN : cells[5]);
  }

  private static long frame(String cell, String source, int line) throws LabelsFormatException {
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw wrong(source, line, "frame is '" + cell + "', it must be a whole number");
    }
  }

  private static double number(String cell, String column, String source, int line)
      throws LabelsFormatException {
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for what is infinite.
    }
    throw wrong(source, line, column + " is '" + cell + "', it must be a number");
  }

  /** Without the white space around it, no-break spaces included. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static LabelsFormatException wrong(String source, int line, String what) {
    return new LabelsFormatException(source + ", line " + line + ": " + what);
  }
}
