package io.github.idols.local;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.label.CsvRecords;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Embeddings that somebody else has computed.
 *
 * @param groups embeddings by the group's name and the member's
 */
record EmbeddingTable(Map<String, Map<String, List<Embedding>>> groups) {
  /**
   * Reads a CSV file with the columns {@code group,member,picture,e0,e1,...}.
   *
   * @param least how many pictures each member must have
   */
  static EmbeddingTable read(Path file, int least) throws UserError, IOException {
    Map<String, Map<String, List<Embedding>>> groups = new TreeMap<>();
    try (Reader in = Files.newBufferedReader(file)) {
      CsvRecords records = new CsvRecords(in);
      List<String> header = records.read().orElse(List.of());
      if (header.size() < 4
          || !header.subList(0, 4).equals(List.of("group", "member", "picture", "e0"))) {
        throw new UserError(file + ": its first line must be group,member,picture,e0,e1,...");
      }
      for (Optional<List<String>> r = records.read(); r.isPresent(); r = records.read()) {
        List<String> row = r.get();
        if (row.size() != header.size()) {
          throw new UserError(
              file + ", line " + records.line() + ": it must have " + header.size() + " fields");
        }
        groups
            .computeIfAbsent(row.get(0), g -> new TreeMap<>())
            .computeIfAbsent(row.get(1), m -> new ArrayList<>())
            .add(embedding(row, file, records.line()));
      }
    }
    for (Map<String, List<Embedding>> members : groups.values()) {
      for (Map.Entry<String, List<Embedding>> member : members.entrySet()) {
        if (member.getValue().size() < least) {
          throw new UserError(
              file + ": " + member.getKey() + " has fewer than " + least + " pictures");
        }
      }
    }
    if (groups.isEmpty()) {
      throw new UserError(file + ": there is no embedding in it");
    }
    return new EmbeddingTable(groups);
  }

  private static Embedding embedding(List<String> row, Path file, int line) throws UserError {
    float[] values = new float[row.size() - 3];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.parseFloat(row.get(i + 3));
      }
      return Embedding.of(values);
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ", line " + line + ": e0,e1,... must be numbers", e);
    }
  }
}
