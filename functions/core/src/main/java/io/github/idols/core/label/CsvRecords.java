package io.github.idols.core.label;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated records (RFC 4180): quoted fields may hold commas, doubled quotes and line
 * breaks; lines end with LF, CRLF or CR; empty lines are passed over.
 */
public final class CsvRecords {
  private static final int END = -1;

  private final Reader in;
  private int next;
  private int line = 1;
  private int recordLine = 1;

  /** Begins to read; the reader stays open. */
  public CsvRecords(Reader in) throws IOException {
    this.in = in;
    next = in.read();
    if (next == '\uFEFF') {
      next = in.read();
    }
  }

  /** Number of the line on which the last record began, from 1. */
  public int line() {
    return recordLine;
  }

  /** The next record's fields, or nothing at the end. */
  public Optional<List<String>> read() throws IOException {
    while (next == '\n' || next == '\r') {
      lineBreak();
    }
    recordLine = line;
    if (next == END) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (next == ',') {
      advance();
      fields.add(field());
    }
    lineBreak();
    return Optional.of(fields);
  }

  private String field() throws IOException {
    StringBuilder text = new StringBuilder();
    if (next == '"') {
      advance();
      while (next != END) {
        if (next == '"') {
          advance();
          if (next != '"') {
            break;
          }
        } else if (next == '\n') {
          line++;
        }
        text.append((char) next);
        advance();
      }
    }
    while (next != ',' && next != '\n' && next != '\r' && next != END) {
      text.append((char) next);
      advance();
    }
    return text.toString();
  }

  private void lineBreak() throws IOException {
    if (next == '\r') {
      advance();
      if (next != '\n') {
        line++;
        return;
      }
    }
    if (next == '\n') {
      line++;
      advance();
    }
  }

  private void advance() throws IOException {
    next = in.read();
  }
}
