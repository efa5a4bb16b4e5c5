import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.health.CheckHealth;
import io.github.idols.core.gallery.health.CheckedPerson;
import io.github.idols.core.gallery.health.CheckedPicture;
import io.github.idols.core.gallery.health.Finding;
import io.github.idols.core.gallery.health.Finding.Kind;
import io.github.idols.core.video.MediaSource;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Prints what the thresholds of the gallery's advice were chosen by, and how often the advice is
 * right. benchmarks/gallery runs it.
 */
final class GalleryFigures {
  private static final int OF_A_PERSON = 12;
  private static final int TRIALS = 200;
  private static final String POORLY = "saved at quality 40 %";

  private GalleryFigures() {}

  /** A picture, where the face is in it, and what the gallery would keep of it. */
  private record Shown(CheckedPicture picture, BufferedImage image, Box face) {
    PictureState.Taken taken() {
      return picture.taken();
    }
  }

  /** Makes another picture of one, whose face is known. */
  private interface Change {
    BufferedImage of(BufferedImage image, Box face);
  }

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].endsWith(".csv")) {
      confused(Path.of(args[0]));
      return;
    }
    Map<String, List<Shown>> people = new LinkedHashMap<>();
    try (FaceModels models = new FaceModels();
        GalleryPictures checker = new GalleryPictures(models)) {
      for (String folder : args) {
        read(checker, Path.of(folder), people);
      }
      List<Shown> all = people.values().stream().flatMap(List::stream).toList();
      System.out.printf("%d people, %d pictures%n", people.size(), all.size());
      different(people);
      copies(checker, all);
      blur(checker, all);
      swaps(people);
    }
  }

  /** Different pictures of one person: they must not pass for copies. */
  private static void different(Map<String, List<Shown>> people) {
    List<Double> cosines = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    List<String> same = new ArrayList<>();
    people.forEach(
        (name, all) -> {
          for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
              PictureState.Taken a = all.get(i).taken();
              PictureState.Taken b = all.get(j).taken();
              cosines.add(a.embedding().cosine(b.embedding()));
              differences.add(0.0 + a.traits().orElseThrow().differences(b.traits().orElseThrow()));
            }
          }
          List<CheckedPicture> pictures = all.stream().map(Shown::picture).toList();
          CheckHealth.findings(List.of(new CheckedPerson(name, name, pictures))).stream()
              .filter(finding -> finding.kind() == Kind.NEARLY_SAME)
              .forEach(finding -> same.add("  " + finding.advice()));
        });
    System.out.printf("%npictures of one person, %d pairs%n", cosines.size());
    row("cosine", cosines);
    row("places that differ", differences);
    same.forEach(System.out::println);
  }

  /** Copies of a picture: they must be found. */
  private static void copies(GalleryPictures checker, List<Shown> all)
      throws IOException {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put(POORLY, (image, face) -> image);
    changes.put("half the size", (image, face) -> scaled(image, 0.5));
    changes.put("face 100 px wide", (image, face) -> scaled(image, 100 / face.width()));
    changes.put("cut out at twice the face", (image, face) -> cut(image, face, 2));
    changes.put("cut out at 1.5 times", (image, face) -> cut(image, face, 1.5));
    changes.put(
        "brighter by a fifth", (image, face) -> new RescaleOp(1.2f, 0, null).filter(image, null));
    System.out.printf("%na picture and a copy of it%n");
    for (Map.Entry<String, Change> change : changes.entrySet()) {
      List<Double> cosines = new ArrayList<>();
      List<Double> differences = new ArrayList<>();
      int found = 0;
      for (Shown shown : all) {
        Optional<CheckedPicture> copy =
            check(
                checker,
                change.getValue().of(shown.image(), shown.face()),
                change.getKey().equals(POORLY) ? 0.4f : 0.85f);
        if (copy.isPresent()) {
          PictureState.Taken taken = copy.get().taken();
          cosines.add(shown.taken().embedding().cosine(taken.embedding()));
          differences.add(
              0.0 + shown.taken().traits().orElseThrow().differences(taken.traits().orElseThrow()));
          found += kinds(List.of(shown.picture(), copy.get())).contains(Kind.NEARLY_SAME) ? 1 : 0;
        }
      }
      System.out.printf("%s: %d of %d found%n", change.getKey(), found, cosines.size());
      row("cosine", cosines);
      row("places that differ", differences);
    }
  }

  /** Blurred copies, their faces brought to 112 pixels: with the cosine goes their worth. */
  private static void blur(GalleryPictures checker, List<Shown> all)
      throws IOException {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("as it is", (image, face) -> cut(image, face, 2));
    for (double sigma : new double[] {1, 1.5, 2, 3, 4}) {
      changes.put("blurred, sigma " + sigma + " px", (image, face) -> blurred(image, face, sigma));
    }
    for (int width : new int[] {80, 64, 48, 32, 24}) {
      changes.put(
          "enlarged from " + width + " px",
          (image, face) ->
              scaled(scaled(cut(image, face, 2), width / face.width()), 112.0 / width));
    }
    System.out.printf("%nfaces over 100 pixels, blurred%n");
    for (Map.Entry<String, Change> change : changes.entrySet()) {
      List<Double> sharpness = new ArrayList<>();
      List<Double> cosines = new ArrayList<>();
      int found = 0;
      for (Shown shown : all) {
        if (shown.face().width() > 100) {
          Optional<CheckedPicture> copy =
              check(checker, change.getValue().of(shown.image(), shown.face()), 0.95f);
          if (copy.isPresent()) {
            sharpness.add(copy.get().taken().traits().orElseThrow().sharpness());
            cosines.add(shown.taken().embedding().cosine(copy.get().taken().embedding()));
            found += kinds(List.of(copy.get())).contains(Kind.BLURRED) ? 1 : 0;
          }
        }
      }
      System.out.printf("%s: %d of %d called blurred%n", change.getKey(), found, cosines.size());
      row("sharpness", sharpness);
      row("cosine", cosines);
    }
  }

  /** Galleries of 12 pictures a person, one of them wrong: of somebody else, or of a stranger. */
  private static void swaps(Map<String, List<Shown>> people) {
    System.out.printf(
        "%n%d galleries each of %d pictures a person, one of them wrong%n", TRIALS, OF_A_PERSON);
    for (boolean stranger : new boolean[] {false, true}) {
      Random random = new Random(7);
      int asOther = 0;
      int asNobody = 0;
      int right = 0;
      int alarms = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        List<String> names = new ArrayList<>(people.keySet());
        Collections.shuffle(names, random);
        String whose = names.get(0);
        List<CheckedPerson> gallery = new ArrayList<>();
        CheckedPicture wrong = any(people.get(whose), random);
        for (String name : stranger ? names.subList(1, names.size()) : names) {
          List<CheckedPicture> all =
              new ArrayList<>(people.get(name).stream().map(Shown::picture).toList());
          all.remove(wrong);
          Collections.shuffle(all, random);
          List<CheckedPicture> some =
              new ArrayList<>(all.subList(0, Math.min(OF_A_PERSON, all.size())));
          if (name.equals(names.get(1))) {
            some.set(0, wrong);
          }
          right += some.size();
          gallery.add(new CheckedPerson(name, name, some));
        }
        right--;
        for (Finding finding : CheckHealth.findings(gallery)) {
          if (finding.kind() == Kind.LOOKS_LIKE_OTHER || finding.kind() == Kind.LOOKS_LIKE_NOBODY) {
            boolean isWrong = finding.notes().get(0).picture().equals(wrong);
            alarms += isWrong ? 0 : 1;
            asOther += isWrong && finding.kind() == Kind.LOOKS_LIKE_OTHER ? 1 : 0;
            asNobody += isWrong && finding.kind() == Kind.LOOKS_LIKE_NOBODY ? 1 : 0;
          }
        }
      }
      System.out.printf(
          "  %s: looks like somebody else %d, like nobody %d; right pictures doubted %d of %d%n",
          stranger ? "a stranger" : "somebody else of the gallery",
          asOther,
          asNobody,
          alarms,
          right);
    }
  }

  private static CheckedPicture any(List<Shown> all, Random random) {
    return all.get(random.nextInt(all.size())).picture();
  }

  /** Who is confused, by embeddings of any network: group,member,picture,e0,e1... */
  private static void confused(Path file) throws IOException {
    Map<String, Map<String, List<CheckedPicture>>> groups = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    int dimension = lines.get(0).split(",").length - 3;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        // From the end: a picture's name may have commas, in quotes.
        values[i] = Float.parseFloat(fields[fields.length - dimension + i]);
      }
      groups
          .computeIfAbsent(fields[0], group -> new LinkedHashMap<>())
          .computeIfAbsent(fields[1], member -> new ArrayList<>())
          .add(
              new CheckedPicture(
                  fields[2],
                  fields[2],
                  new PictureState.Taken(Embedding.of(values), 200, 1, Optional.empty())));
    }
    groups.forEach(
        (group, members) -> {
          int most = members.values().stream().mapToInt(List::size).max().orElse(0);
          for (int n : new int[] {most, 25, 12}) {
            System.out.printf("%s, %d pictures a person%n", group, n);
            List<CheckedPerson> people = new ArrayList<>();
            members.forEach(
                (name, all) ->
                    people.add(
                        new CheckedPerson(name, name, all.subList(0, Math.min(n, all.size())))));
            CheckHealth.findings(people).stream()
                .filter(finding -> finding.kind() == Kind.CONFUSABLE)
                .forEach(finding -> System.out.println("  " + finding.advice()));
          }
        });
  }

  private static List<Kind> kinds(List<CheckedPicture> pictures) {
    return CheckHealth.findings(List.of(new CheckedPerson("", "", pictures))).stream()
        .map(Finding::kind)
        .toList();
  }

  private static void row(String what, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    StringBuilder text = new StringBuilder("  %-20s".formatted(what));
    for (double part : new double[] {0, 0.01, 0.05, 0.5, 0.95, 0.99, 1}) {
      if (sorted.length > 0) {
        text.append(" %8.3f".formatted(sorted[(int) Math.round(part * (sorted.length - 1))]));
      }
    }
    System.out.println(text);
  }

  private static void read(GalleryPictures checker, Path folder, Map<String, List<Shown>> people)
      throws IOException {
    for (Path person : sorted(folder)) {
      String name = person.getFileName().toString();
      List<Shown> shown = people.computeIfAbsent(name, key -> new ArrayList<>());
      for (Path file : sorted(person)) {
        BufferedImage image = ImageIO.read(file.toFile());
        PictureCheck check = checker.check(new Bytes(Files.readAllBytes(file)));
        // ImageIO reads no WebP; those are left out.
        if (image != null && check instanceof PictureCheck.Accepted accepted) {
          String number = name + "/" + shown.size();
          shown.add(
              new Shown(
                  new CheckedPicture(number, file.getFileName().toString(), accepted.taken()),
                  drawn(image, image.getWidth(), image.getHeight()),
                  accepted.face().box()));
        }
      }
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private static Optional<CheckedPicture> check(
      GalleryPictures checker, BufferedImage image, float quality) throws IOException {
    return checker.check(new Bytes(jpeg(image, quality))) instanceof PictureCheck.Accepted accepted
        ? Optional.of(new CheckedPicture("copy", "copy.jpg", accepted.taken()))
        : Optional.empty();
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage out =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, out.getWidth(), out.getHeight(), null);
    graphics.dispose();
    return out;
  }

  /** By halves first, so that no pixel is left out. */
  private static BufferedImage scaled(BufferedImage image, double factor) {
    int width = (int) Math.round(image.getWidth() * factor);
    int height = (int) Math.round(image.getHeight() * factor);
    BufferedImage from = image;
    while (from.getWidth() > 2 * width) {
      from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return drawn(from, width, height);
  }

  private static BufferedImage cut(BufferedImage image, Box face, double times) {
    double side = Math.max(face.width(), face.height()) * times;
    int x = (int) Math.max(0, face.centerX() - side / 2);
    int y = (int) Math.max(0, face.centerY() - side / 2);
    int width = (int) Math.min(side, image.getWidth() - x);
    int height = (int) Math.min(side, image.getHeight() - y);
    return drawn(image.getSubimage(x, y, width, height), width, height);
  }

  private static BufferedImage blurred(BufferedImage image, Box face, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] weights = new float[2 * reach + 1];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    Kernel across = new Kernel(weights.length, 1, weights);
    Kernel down = new Kernel(1, weights.length, weights);
    BufferedImage sized = scaled(cut(image, face, 2), 112 / face.width());
    BufferedImage half = new ConvolveOp(across, ConvolveOp.EDGE_NO_OP, null).filter(sized, null);
    return new ConvolveOp(down, ConvolveOp.EDGE_NO_OP, null).filter(half, null);
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A picture in memory. */
  private record Bytes(byte[] bytes) implements MediaSource {
    @Override
    public String name() {
      return "picture";
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer buffer) {
      if (position >= bytes.length) {
        return -1;
      }
      int n = (int) Math.min(buffer.remaining(), bytes.length - position);
      buffer.put(bytes, (int) position, n);
      return n;
    }

    @Override
    public void close() {}
  }
}
