import com.sun.management.OperatingSystemMXBean;
import io.github.idols.core.cost.Prices;
import io.github.idols.core.cost.Processor;
import io.github.idols.core.cost.Sizing;
import io.github.idols.core.cost.Step;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.gallery.Picture;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.label.LabelsCsv;
import io.github.idols.core.label.LabelsJson;
import io.github.idols.core.label.LabelsVtt;
import io.github.idols.core.label.NameVideo;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.scale.StepTimes;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import io.github.idols.vision.face.RecognizeVideo;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.video.FileSource;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Measures the CPU time of each step for some lengths of chunks, and says what that costs on Lambda
 * with some sizes of memory. benchmarks/cost runs it: VIDEO GALLERY FOLDER SECONDS...
 */
public final class CostFigures {
  private static final List<Integer> SIZES = List.of(885, 1769, 3008, 3538);

  private static final int RUNS = 2;

  /** A 3.5-minute video has to be done in 30 s: two steps on chunks, and the rest. */
  private static final double LONGEST = 10;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path video;
  private final Path folder;
  private final VideoGate gate = new VideoGate();

  private CostFigures(Path video, Path folder) {
    this.video = video;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    new CostFigures(Path.of(args[0]), Path.of(args[2]))
        .run(Path.of(args[1]), Stream.of(args).skip(3).map(Double::valueOf).toList());
  }

  private interface Work<T> {
    T run() throws Exception;
  }

  /** Seconds of CPU of the whole process, all threads, added to a step. */
  private static <T> T measure(Map<Step, Double> cpu, Step step, Work<T> work) throws Exception {
    long start = PROCESS.getProcessCpuTime();
    T result = work.run();
    cpu.merge(step, (PROCESS.getProcessCpuTime() - start) / 1e9, Double::sum);
    return result;
  }

  private void run(Path gallery, List<Double> lengths) throws Exception {
    List<Sizing.Measured> measured = new ArrayList<>();
    // Without the start of the JVM, which compiles this file as well.
    double began = PROCESS.getProcessCpuTime() / 1e9;
    Plan plan = planned(VideoPlanner.USUAL_SECONDS);
    Font.bundled();
    double light = PROCESS.getProcessCpuTime() / 1e9 - began;
    double cold;
    try (FaceModels models = new FaceModels();
        RecognizeVideo recognizer = new RecognizeVideo(gate, models)) {
      // What a recognizer does before it is as fast as it gets: libraries and networks, and the
      // first
      // frames of a size, which are dearer.
      Chunk opening = planned(1).chunks().get(0);
      recognizer.recognize(FileSource.open(video), plan, opening, frames -> {});
      cold = PROCESS.getProcessCpuTime() / 1e9 - began;
      Gallery people = people(models, gallery);
      for (int run = 0; run < RUNS; run++) {
        for (int i = 0; i < lengths.size(); i++) {
          System.err.println("run " + (run + 1) + ", chunks of " + lengths.get(i) + " s");
          Sizing.Measured once = once(recognizer, people, lengths.get(i));
          if (run == 0) {
            measured.add(once);
          } else {
            measured.set(i, least(measured.get(i), once));
          }
        }
      }
    }
    print(plan, measured, cold, light);
    save(measured, cold, light);
  }

  /** What else the machine does makes steps dearer, never cheaper. */
  private static Sizing.Measured least(Sizing.Measured one, Sizing.Measured other) {
    Map<Step, Double> cpu = new EnumMap<>(one.cpu());
    other.cpu().forEach((step, seconds) -> cpu.merge(step, seconds, Math::min));
    return new Sizing.Measured(one.videoSeconds(), one.videoBytes(), one.chunkSeconds(), cpu);
  }

  private Plan planned(double seconds) throws Exception {
    return new PlanVideo(gate, new VideoPlanner(seconds)).plan(FileSource.open(video));
  }

  private Sizing.Measured once(RecognizeVideo recognizer, Gallery people, double length)
      throws Exception {
    Map<Step, Double> cpu = new EnumMap<>(Step.class);
    Plan plan = measure(cpu, Step.SPLIT, () -> planned(length));
    List<ChunkTracks> tracks = new ArrayList<>();
    for (Chunk chunk : plan.chunks()) {
      tracks.add(
          measure(
              cpu,
              Step.RECOGNIZE,
              () -> recognizer.recognize(FileSource.open(video), plan, chunk, frames -> {})));
    }
    NamedVideo named =
        measure(
            cpu,
            Step.NAME,
            () -> {
              MatcherKind kind = MatcherKind.CENTROID;
              NamedVideo done =
                  new NameVideo(kind.matcher(people, kind.defaultTolerance()))
                      .name(plan.video(), tracks);
              write(done);
              return done;
            });
    DrawVideo drawing = new DrawVideo(gate, Font.bundled());
    List<RenderedChunk> drawn = new ArrayList<>();
    for (Chunk chunk : plan.chunks()) {
      Path file = folder.resolve("chunk-" + chunk.number() + ".mp4");
      long first = named.firstFrames().get(chunk.number());
      drawn.add(
          measure(
              cpu,
              Step.RENDER,
              () ->
                  drawing.render(
                      FileSource.open(video), named.labels(), chunk, first, file, frames -> {})));
    }
    measure(
        cpu,
        Step.JOIN,
        () -> drawing.join(FileSource.open(video), drawn, folder.resolve("annotated.mp4")));
    for (RenderedChunk chunk : drawn) {
      Files.delete(chunk.file());
    }
    double seconds = plan.video().durationSeconds();
    // As many as there are: chunks begin at keyframes only.
    return new Sizing.Measured(seconds, Files.size(video), seconds / plan.chunks().size(), cpu);
  }

  private void write(NamedVideo named) throws IOException {
    try (Writer json = Files.newBufferedWriter(folder.resolve("labels.json"));
        Writer csv = Files.newBufferedWriter(folder.resolve("labels.csv"));
        Writer vtt = Files.newBufferedWriter(folder.resolve("labels.vtt"))) {
      LabelsJson.write(named.labels(), json);
      LabelsCsv.write(named.labels(), csv);
      LabelsVtt.write(named.labels(), vtt);
    }
  }

  private static Gallery people(FaceModels models, Path gallery) throws Exception {
    List<Person> people = new ArrayList<>();
    try (GalleryPictures checker = new GalleryPictures(models);
        Stream<Path> folders = Files.list(gallery)) {
      for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
        List<Picture> taken = new ArrayList<>();
        try (Stream<Path> files = Files.list(each)) {
          for (Path file : files.sorted().toList()) {
            if (checker.check(FileSource.open(file)) instanceof PictureCheck.Accepted good) {
              taken.add(new Picture(String.valueOf(file.getFileName()), good.embedding()));
            }
          }
        }
        if (!taken.isEmpty()) {
          people.add(new Person(String.valueOf(each.getFileName()), taken));
        }
      }
    }
    return new Gallery(people);
  }

  private void print(Plan plan, List<Sizing.Measured> measured, double cold, double light)
      throws IOException {
    Prices prices = Prices.list();
    say(
        "%s: %dx%d, %.0f s; list prices of %s, %s, %s",
        video.getFileName(),
        plan.video().width(),
        plan.video().height(),
        plan.video().durationSeconds(),
        prices.date(),
        prices.region(),
        Processor.X86_64.name().toLowerCase(Locale.ROOT));
    say("CPU seconds for a minute of video, on one core, the least of %d runs:", RUNS);
    say("  chunks of   split  recognize    name   render    join");
    for (Sizing.Measured each : measured) {
      double minutes = each.videoSeconds() / 60;
      say(
          "  %7.1f s %7.2f %10.2f %7.2f %8.2f %7.2f",
          each.chunkSeconds(),
          each.cpu().get(Step.SPLIT) / minutes,
          each.cpu().get(Step.RECOGNIZE) / minutes,
          each.cpu().get(Step.NAME) / minutes,
          each.cpu().get(Step.RENDER) / minutes,
          each.cpu().get(Step.JOIN) / minutes);
    }
    say(
        "Start without the JVM's and the SDK's: a recognizer, with its first second of video, %.1f"
            + " CPU seconds; others %.1f",
        cold, light);
    say("Most memory in use, all steps in one process: %s", memory());
    say("Cents for a minute of video, and seconds that the longest step on a chunk takes:");
    say("  chunks of   memory   without MP4   with MP4   longest");
    List<Sizing> all = Sizing.of(measured, SIZES, prices, Processor.X86_64);
    for (Sizing each : all) {
      say(
          "  %7.1f s %5d MB %10.2f %12.2f %9.1f",
          each.chunkSeconds(),
          each.megabytes(),
          100 * each.labels(),
          100 * each.all(),
          each.longest());
    }
    say(
        "%s",
        Sizing.choose(all, LONGEST)
            .map(
                best ->
                    String.format(
                        Locale.ROOT,
                        "Chosen: chunks of about %.0f s, %d MB: %.2f cents a minute without the"
                            + " MP4, %.2f with it (goals: 0.7 and 2).",
                        best.chunkSeconds(),
                        best.megabytes(),
                        100 * best.labels(),
                        100 * best.all()))
            .orElse("None: each takes longer than " + LONGEST + " s."));
  }

  /** Of this process, by Linux. */
  private static String memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.isReadable(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
            .findFirst()
            .orElse("not known")
        : "not known";
  }

  /** For benchmarks/scale. */
  private void save(List<Sizing.Measured> measured, double cold, double light) throws IOException {
    Properties times = new Properties();
    times.setProperty("cold.recognizer", Double.toString(cold));
    times.setProperty("cold.others", Double.toString(light));
    for (Step step : Step.values()) {
      boolean shared = step == Step.RECOGNIZE || step == Step.RENDER;
      List<StepTimes.Sample> samples =
          measured.stream()
              .map(
                  each ->
                      new StepTimes.Sample(
                          shared ? (int) Math.round(each.videoSeconds() / each.chunkSeconds()) : 1,
                          each.videoSeconds(),
                          each.cpu().get(step)))
              .toList();
      StepTimes fitted = StepTimes.fit(samples);
      times.setProperty(step.word() + ".fixed", Double.toString(fitted.fixed()));
      times.setProperty(step.word() + ".perVideoSecond", Double.toString(fitted.perVideoSecond()));
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve("times.properties"))) {
      times.store(out, "CPU seconds on one core, by benchmarks/cost with " + video.getFileName());
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
