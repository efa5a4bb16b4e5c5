package io.github.idols.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads where shots begin from a {@code labels.json}. */
final class ShotsFile {
  private ShotsFile() {}

  /**
   * The first frame of each shot; at least one.
   *
   * @throws UserError when there are none in the file
   * @throws IOException when it cannot be read
   */
  static List<Long> starts(Path file) throws UserError, IOException {
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder: name the labels.json in it");
    }
    List<Long> starts = new ArrayList<>();
    for (JsonNode shot : read(file).path("shots")) {
      if (!shot.path(0).isIntegralNumber()) {
        throw none(file);
      }
      starts.add(shot.path(0).longValue());
    }
    if (starts.isEmpty()) {
      throw none(file);
    }
    return starts;
  }

  private static JsonNode read(Path file) throws UserError, IOException {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw none(file);
    }
  }

  private static UserError none(Path file) {
    return new UserError(
        file + " names no shots: give the labels.json that ./idols label wrote, or leave it out");
  }
}
