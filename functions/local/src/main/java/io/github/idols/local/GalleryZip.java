package io.github.idols.local;

import io.github.idols.local.FolderGallery.PersonFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A gallery in a zip: the folder that a picture lies in is its person. Pictures are unpacked into a
 * folder that only its owner can read and that goes when the program ends; what else is in the zip
 * is not unpacked. An entry's own path leads nowhere: each gets a folder of a number.
 *
 * @param zip the file
 * @param most bytes of the zip, and of all that is unpacked
 * @param files how many entries it may have
 */
record GalleryZip(Path zip, long most, int files) {
  private static final long MOST = 1_000_000_000L;
  private static final int FILES = 5_000;
  private static final int PIECE = 1 << 16;

  /** Names without the flag for UTF-8 may be in Korean Windows' code page, or in that of DOS. */
  private static final List<String> CHARSETS = List.of("UTF-8", "x-windows-949", "IBM437");

  /** A picture in the zip, and the number of its entry. */
  private record Found(String person, String file, ZipEntry entry, int number) {}

  static GalleryZip of(Path zip) {
    return new GalleryZip(zip, MOST, FILES);
  }

  static boolean is(Path file) {
    return FolderGallery.extension(file).equals("zip") && Files.isRegularFile(file);
  }

  /**
   * Unpacks the pictures.
   *
   * @throws UserError when the zip cannot be used, or the disk not be written
   */
  FolderGallery unpack() throws UserError {
    if (zip.toFile().length() > most) {
      throw tooLarge();
    }
    ZipException damage = new ZipException("no charset");
    for (String name : CHARSETS) {
      if (!Charset.isSupported(name)) {
        continue;
      }
      try (ZipFile opened = new ZipFile(zip.toFile(), Charset.forName(name))) {
        return unpack(opened, found(opened));
      } catch (ZipException e) {
        damage = e;
      } catch (IllegalArgumentException e) {
        // A name that is none in this charset; so says the JDK's decoder.
        damage = new ZipException("bad entry name");
      } catch (IOException e) {
        throw new UserError("cannot unpack " + zip + " (" + UserError.of(e).getMessage() + ")", e);
      }
      if (!Objects.requireNonNullElse(damage.getMessage(), "").contains("bad entry name")) {
        break;
      }
    }
    throw why(damage);
  }

  private UserError why(ZipException damage) {
    String said = Objects.requireNonNullElse(damage.getMessage(), "");
    if (said.contains("encrypted")) {
      return new UserError(
          zip + " is locked with a password: unpack it, or pack it without a password", damage);
    }
    if (said.contains("compression method")) {
      return new UserError(
          zip + " is packed in a way that is not read here: unpack it, or make an ordinary zip",
          damage);
    }
    return new UserError(
        zip + " is damaged or no zip: pack it again, or name the folder itself", damage);
  }

  private UserError tooLarge() {
    return new UserError(
        "%s holds more than %d MB, which no gallery needs: unpack it and name the folder, or take fewer pictures"
            .formatted(zip, most / 1_000_000));
  }

  /** The pictures, by person and then by name. */
  private List<Found> found(ZipFile opened) throws UserError {
    if (opened.size() > files) {
      throw new UserError(
          "%s holds more than %,d files: unpack it and name the folder, or take fewer pictures"
              .formatted(zip, files));
    }
    List<Found> found = new ArrayList<>();
    boolean loose = false;
    for (ZipEntry entry : Collections.list(opened.entries())) {
      List<String> steps = steps(entry);
      if (entry.isDirectory() || steps.isEmpty() || isHidden(steps)) {
        continue;
      }
      String file = steps.get(steps.size() - 1);
      if (!FolderGallery.isPicture(Path.of(ending(file)))) {
        continue;
      }
      if (steps.size() == 1) {
        loose = true;
      } else {
        found.add(new Found(steps.get(steps.size() - 2), file, entry, found.size()));
      }
    }
    if (found.isEmpty()) {
      throw new UserError(
          loose
              ? "the pictures in "
                  + zip
                  + " lie in no folder: put them into a folder for each person, named after the person"
              : "there are no pictures in " + zip + ": " + FolderGallery.HOW);
    }
    found.sort(Comparator.comparing(Found::person).thenComparing(Found::file));
    return found;
  }

  /** Folders and file, without those that lead elsewhere. */
  private static List<String> steps(ZipEntry entry) {
    return Stream.of(entry.getName().replace('\\', '/').split("/"))
        .map(FolderGallery::nameOf)
        .filter(step -> !step.isEmpty() && !step.equals(".") && !step.equals(".."))
        .toList();
  }

  private static NamesFile names(ZipFile opened) throws IOException {
    for (ZipEntry entry : Collections.list(opened.entries())) {
      List<String> steps = steps(entry);
      if (!steps.isEmpty() && !isHidden(steps) && NamesFile.is(steps.get(steps.size() - 1))) {
        try (InputStream in = opened.getInputStream(entry)) {
          return NamesFile.read(in);
        }
      }
    }
    return NamesFile.none();
  }

  private static boolean isHidden(List<String> steps) {
    return steps.stream().anyMatch(step -> step.startsWith(".") || step.equals("__MACOSX"));
  }

  private FolderGallery unpack(ZipFile opened, List<Found> found) throws IOException, UserError {
    if (found.stream().mapToLong(each -> Math.max(0, each.entry().getSize())).sum() > most) {
      throw tooLarge();
    }
    Path folder = Files.createTempDirectory("idols-gallery-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "unpacked gallery"));
    Map<String, PersonFolder> people = new TreeMap<>();
    byte[] piece = new byte[PIECE];
    for (Found each : found) {
      Path path = place(folder, each);
      boolean isRead = FolderGallery.isReadable(path);
      if (isRead) {
        copy(opened, each.entry(), path, piece);
      }
      people.merge(
          FolderGallery.checkedName(each.person(), zip + " at " + each.entry().getName()),
          new PersonFolder(
              each.person(),
              isRead ? List.of(path) : List.of(),
              isRead ? List.of() : List.of(path)),
          FolderGallery::merge);
    }
    return names(opened).name(new FolderGallery(zip, List.copyOf(people.values())));
  }

  /** Where a picture goes: called as in the zip, since that is how it is told of. */
  private static Path place(Path folder, Found picture) throws IOException {
    Path own = Files.createDirectory(folder.resolve(Integer.toString(picture.number())));
    try {
      return own.resolve(picture.file());
    } catch (InvalidPathException e) {
      // The system has no such letters in names.
      return own.resolve("picture" + ending(picture.file()));
    }
  }

  private static String ending(String file) {
    int dot = file.lastIndexOf('.');
    String ending = dot < 0 ? "" : file.substring(dot);
    return StandardCharsets.US_ASCII.newEncoder().canEncode(ending) ? ending : "";
  }

  /** Unpacks one, counting: more than the zip says of it, or anything else than it, is damage. */
  private static void copy(ZipFile opened, ZipEntry entry, Path to, byte[] piece)
      throws IOException {
    CRC32 sum = new CRC32();
    long left = entry.getSize();
    try (InputStream in = new CheckedInputStream(opened.getInputStream(entry), sum);
        OutputStream out = Files.newOutputStream(to)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        left -= n;
        if (left < 0) {
          break;
        }
        out.write(piece, 0, n);
      }
    } catch (java.io.EOFException e) {
      throw new ZipException("cut off");
    }
    if (left != 0 || sum.getValue() != entry.getCrc()) {
      throw new ZipException("not what the directory says");
    }
  }

  private static void remove(Path folder) {
    try {
      FolderRemover.remove(folder);
    } catch (IOException e) {
      // The program ends: the system's own cleaning of temporary files is left.
    }
  }
}
