package io.github.idols.local;

import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.label.CsvRecords;
import io.github.idols.local.FolderGallery.PersonFolder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code names.csv} beside the people's folders: what a folder's name cannot say, by the folder's
 * name. docs/galleries.md has its columns.
 */
record NamesFile(Map<String, PersonNames> people) {
  private static final String FILE = "names.csv";

  /** Far more than a gallery's names come to. */
  private static final int MOST = 1_000_000;

  /** The row of the group, which the command line calls nothing. */
  private static final String GROUP = ".";

  NamesFile {
    people = Map.copyOf(people);
  }

  /** Of a gallery without such a file. */
  static NamesFile none() {
    return new NamesFile(Map.of());
  }

  static boolean is(String file) {
    return file.toLowerCase(Locale.ROOT).equals(FILE);
  }

  /**
   * Reads the file; a table with other columns says nothing.
   *
   * @param in UTF-8; read up to a million bytes, and left open
   */
  static NamesFile read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST);
    Reader text =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    CsvRecords records = new CsvRecords(text);
    Optional<List<String>> header = records.read();
    if (header.isEmpty()) {
      return none();
    }
    List<String> columns =
        header.get().stream().map(column -> column.strip().toLowerCase(Locale.ROOT)).toList();
    if (!columns.contains("folder") || !columns.contains("name")) {
      return none();
    }
    Map<String, PersonNames> people = new LinkedHashMap<>();
    for (Optional<List<String>> row = records.read(); row.isPresent(); row = records.read()) {
      List<String> fields = row.get();
      Optional<String> folder = cell("folder", columns, fields);
      if (folder.isPresent() && !folder.get().equals(GROUP)) {
        people.put(
            folder.get(),
            new PersonNames(
                cell("name", columns, fields).orElse(folder.get()),
                cell("korean", columns, fields),
                cell("romanised", columns, fields),
                cell("english", columns, fields)));
      }
    }
    return new NamesFile(people);
  }

  private static Optional<String> cell(String column, List<String> columns, List<String> fields) {
    int place = columns.indexOf(column);
    return place < 0 || place >= fields.size()
        ? Optional.empty()
        : Optional.of(FolderGallery.nameOf(fields.get(place))).filter(text -> !text.isEmpty());
  }

  /**
   * The gallery with people called as the file says.
   *
   * @throws UserError when somebody cannot be called so
   */
  FolderGallery name(FolderGallery gallery) throws UserError {
    Map<String, PersonFolder> named = new TreeMap<>();
    List<PersonNames> names = new ArrayList<>();
    for (PersonFolder each : gallery.people()) {
      PersonNames known = people.getOrDefault(each.name(), PersonNames.of(each.name()));
      names.add(known);
      PersonFolder person =
          new PersonFolder(
              FolderGallery.checkedName(known.name(), each.name()),
              each.pictures(),
              each.otherPictures());
      named.merge(person.name(), person, FolderGallery::merge);
    }
    return new FolderGallery(gallery.folder(), List.copyOf(named.values()), names);
  }
}
