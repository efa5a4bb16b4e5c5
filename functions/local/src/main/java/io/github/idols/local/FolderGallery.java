package io.github.idols.local;

import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.label.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A gallery as it lies on the disk: a folder for each person, named after the person, with pictures
 * in it.
 *
 * @param folder the gallery's folder, or the zip that it was unpacked from
 * @param people by name; names are in Unicode's composed form (NFC)
 * @param names what people are called in other scripts ({@link NamesFile}); who has one name only
 *     may be among them
 */
record FolderGallery(Path folder, List<PersonFolder> people, List<PersonNames> names) {
  private static final Set<String> READABLE = Set.of("jpg", "jpeg", "png", "webp");
  private static final Set<String> OTHER_PICTURES =
      Set.of("avif", "bmp", "gif", "heic", "heif", "jxl", "tif", "tiff");
  static final String HOW =
      "put a folder for each person into it, named after the person, with 10 to 15 pictures of the"
          + " face (jpg, png or webp)";

  FolderGallery {
    people = List.copyOf(people);
    names = List.copyOf(names);
  }

  /** Of people called as their folders are. */
  FolderGallery(Path folder, List<PersonFolder> people) {
    this(folder, people, List.of());
  }

  /**
   * One person's folder.
   *
   * @param pictures by file name
   * @param otherPictures pictures in formats that are not read, by file name
   */
  record PersonFolder(String name, List<Path> pictures, List<Path> otherPictures) {
    PersonFolder {
      pictures = List.copyOf(pictures);
      otherPictures = List.copyOf(otherPictures);
    }
  }

  /**
   * Looks what is there; opens no picture. Hidden files and folders are passed over. A zip is
   * unpacked first ({@link GalleryZip}).
   *
   * @throws UserError when it is not a gallery
   */
  static FolderGallery read(Path folder) throws UserError {
    if (!Files.exists(folder)) {
      throw new UserError("there is no gallery folder " + folder + ": make it and " + HOW);
    }
    if (GalleryZip.is(folder)) {
      return GalleryZip.of(folder).unpack();
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "the gallery " + folder + " is a file, it must be a folder or a zip of one: " + HOW);
    }
    try {
      List<Path> entries = visible(folder);
      Map<String, PersonFolder> people = new TreeMap<>();
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          PersonFolder person = person(entry);
          // Two spellings of one name, composed and decomposed, are one person.
          people.merge(person.name(), person, FolderGallery::merge);
        }
      }
      if (people.isEmpty()) {
        throw new UserError(
            entries.stream().anyMatch(FolderGallery::isPicture)
                ? "the pictures lie directly in the gallery "
                    + folder
                    + ": put them into a folder for each person, named after the person"
                : "the gallery " + folder + " is empty: " + HOW);
      }
      return names(entries).name(new FolderGallery(folder, List.copyOf(people.values())));
    } catch (IOException e) {
      throw new UserError(
          "cannot read the gallery " + folder + " (" + UserError.of(e).getMessage() + ")", e);
    }
  }

  private static NamesFile names(List<Path> entries) throws IOException {
    for (Path entry : entries) {
      if (NamesFile.is(entry.getFileName().toString()) && Files.isRegularFile(entry)) {
        try (InputStream in = Files.newInputStream(entry)) {
          return NamesFile.read(in);
        }
      }
    }
    return NamesFile.none();
  }

  /** A folder's name as it is written on labels; macOS keeps names decomposed (NFD). */
  static String nameOf(String folderName) {
    return Normalizer.normalize(folderName, Normalizer.Form.NFC).strip();
  }

  private static PersonFolder person(Path folder) throws IOException, UserError {
    String name = checkedName(nameOf(folder.getFileName().toString()), folder.toString());
    List<Path> files = visible(folder).stream().filter(Files::isRegularFile).toList();
    return new PersonFolder(
        name,
        files.stream().filter(FolderGallery::isReadable).toList(),
        files.stream().filter(f -> OTHER_PICTURES.contains(extension(f))).toList());
  }

  /** A person's name, if it can be one; {@code where} the folder is. */
  static String checkedName(String name, String where) throws UserError {
    if (name.isEmpty() || name.equals(Label.UNKNOWN)) {
      throw new UserError("a person cannot be called '" + name + "': rename the folder " + where);
    }
    return name;
  }

  /** One person out of two folders. */
  static PersonFolder merge(PersonFolder a, PersonFolder b) {
    return new PersonFolder(
        a.name(),
        Stream.concat(a.pictures().stream(), b.pictures().stream()).toList(),
        Stream.concat(a.otherPictures().stream(), b.otherPictures().stream()).toList());
  }

  /** Whether a file is of a kind that is read, by its name. */
  static boolean isReadable(Path file) {
    return READABLE.contains(extension(file));
  }

  /** Whether a file is a picture, of a kind that is read or not. */
  static boolean isPicture(Path file) {
    return isReadable(file) || OTHER_PICTURES.contains(extension(file));
  }

  /** In an order that is the same on every machine. */
  private static List<Path> visible(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(p -> !p.getFileName().toString().startsWith(".")).forEach(entries::add);
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    entries.sort((a, b) -> sortKey(a).compareTo(sortKey(b)));
    return entries;
  }

  private static String sortKey(Path path) {
    return nameOf(path.getFileName().toString());
  }

  /** In lower case, without the dot; the whole name where there is none. */
  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
