package io.github.idols.local;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.CsvRecords;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the faces in pictures are, by somebody who looked: a CSV file with the columns {@code
 * picture,x,y,w,h}, in pixels. A picture's path begins at the CSV file's folder or is absolute.
 */
final class FaceBoxes {
  private static final List<String> COLUMNS = List.of("picture", "x", "y", "w", "h");

  private final Map<Path, Box> boxes = new HashMap<>();

  private FaceBoxes() {}

  static FaceBoxes read(Path file) throws UserError, IOException {
    FaceBoxes read = new FaceBoxes();
    Path folder = file.toAbsolutePath().getParent();
    try (Reader in = Files.newBufferedReader(file)) {
      CsvRecords records = new CsvRecords(in);
      List<String> header = records.read().orElse(List.of()).stream().map(String::strip).toList();
      if (!header.containsAll(COLUMNS)) {
        throw new UserError(file + ": its first line must name the columns picture,x,y,w,h");
      }
      int[] at = COLUMNS.stream().mapToInt(header::indexOf).toArray();
      for (Optional<List<String>> r = records.read(); r.isPresent(); r = records.read()) {
        try {
          List<String> row = r.get();
          Path picture = Path.of(row.get(at[0]).strip());
          Box box =
              new Box(
                  Double.parseDouble(row.get(at[1])),
                  Double.parseDouble(row.get(at[2])),
                  Double.parseDouble(row.get(at[3])),
                  Double.parseDouble(row.get(at[4])));
          if (!(box.width() > 0 && box.height() > 0)) {
            throw new UserError(file + ", line " + records.line() + ": the box has no size");
          }
          read.boxes.put(key(folder == null ? picture : folder.resolve(picture)), box);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
          throw new UserError(
              file + ", line " + records.line() + ": it must be picture,x,y,w,h with four numbers",
              e);
        }
      }
    }
    return read;
  }

  /** The box of a picture, in pixels of the file's picture. */
  Optional<Box> of(Path picture) throws IOException {
    return Optional.ofNullable(boxes.get(key(picture)));
  }

  /** One path for one file, whatever links lead to it. */
  private static Path key(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
  }
}
