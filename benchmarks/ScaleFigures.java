import com.sun.management.OperatingSystemMXBean;
import io.github.idols.core.cost.Step;
import io.github.idols.core.scale.ColdStart;
import io.github.idols.core.scale.Film;
import io.github.idols.core.scale.Growth;
import io.github.idols.core.scale.Model;
import io.github.idols.core.scale.Outcome;
import io.github.idols.core.scale.Simulate;
import io.github.idols.core.scale.StepTimes;
import io.github.idols.local.client.StackClient;
import io.github.idols.local.client.VideoStatus;
import io.github.idols.local.stack.Stack;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says how long videos take on AWS, by simulation with measured times; or holds the model against
 * the stack on this machine. benchmarks/scale runs it: TIMES, or TIMES VIDEO GALLERY FOLDER.
 */
public final class ScaleFigures {
  private static final double CHUNK = 10;

  /** Not measured: a copy that AWS makes, the JVM's start and the SDK's first requests. */
  private static final double NEW_COPY = 2.0;

  /** Not measured: from sending a message, or storing a file, until a function is called. */
  private static final double MESSAGE = 0.1;

  /** By how much pieces of work differ. */
  private static final double SPREAD = 0.3;

  private static final long SEED = 7;

  /** The goals for one MV: its first labelled seconds, and all of it. */
  private static final double FIRST = 10;

  private static final double DONE_WARM = 30;
  private static final double DONE_COLD = 60;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int ROUNDS = 3;
  private static final List<Integer> WORKERS = List.of(1, 2, 4);

  private ScaleFigures() {}

  public static void main(String[] args) throws Exception {
    Properties times = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(args[0]))) {
      times.load(in);
    }
    if (args.length == 1) {
      onAws(times);
    } else {
      here(times, Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
    }
  }

  private static Map<Step, StepTimes> steps(Properties times, double factor) {
    Map<Step, StepTimes> steps = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      steps.put(
          step,
          new StepTimes(
              factor * number(times, step.word() + ".fixed"),
              factor * number(times, step.word() + ".perVideoSecond")));
    }
    return steps;
  }

  private static double number(Properties times, String name) {
    return Double.parseDouble(times.getProperty(name));
  }

  private static void onAws(Properties times) {
    ColdStart cold =
        new ColdStart(
            NEW_COPY + number(times, "cold.recognizer"), NEW_COPY + number(times, "cold.others"));
    say(
        "Chunks of %.0f s; a cold recognizer needs %.1f s, others %.1f s; a message %.1f s; spread"
            + " %.0f %%; seed %d",
        CHUNK, cold.recognizer(), cold.others(), MESSAGE, 100 * SPREAD, SEED);
    say("Seconds after the upload until: some seconds are labelled, all labels are there, the MP4");
    say(
        "%-22s %-30s %-5s %8s %8s %8s %12s",
        "", "pollers", "", "first", "labels", "MP4", "core-hours");
    List<String> missed = new ArrayList<>();
    for (int most : List.of(100, 1000)) {
      for (boolean provisioned : List.of(false, true)) {
        Growth growth = provisioned ? Growth.provisioned(most / 10, most) : Growth.standard(most);
        String pollers =
            provisioned
                ? most / 10 + " kept, " + most + " workers"
                : "AWS's own, " + most + " workers";
        Simulate simulate =
            new Simulate(new Model(steps(times, 1), cold, MESSAGE, growth, growth, false, SPREAD));
        for (boolean warm : List.of(true, false)) {
          Outcome mv =
              row("one MV of 3.5 min", pollers, simulate, warm, List.of(Film.of(0, 210, CHUNK)))
                  .get(0);
          if (mv.first() > FIRST || mv.done() > (warm ? DONE_WARM : DONE_COLD)) {
            missed.add(pollers + (warm ? ", warm" : ", cold"));
          }
        }
        row("a concert of 1 h", pollers, simulate, false, List.of(Film.of(0, 3600, CHUNK)));
        row(
            "1,000 MVs at once",
            pollers,
            simulate,
            false,
            IntStream.range(0, 1000).mapToObj(n -> Film.of(0, 210, CHUNK)).toList());
      }
    }
    say(
        "Goals for one MV (first seconds within %.0f s, all within %.0f s warm and %.0f s cold):"
            + " %s",
        FIRST,
        DONE_WARM,
        DONE_COLD,
        missed.isEmpty() ? "met by each" : "missed with " + String.join("; ", missed));
  }

  /** Of several videos the median, and in brackets the last. */
  private static List<Outcome> row(
      String what, String pollers, Simulate simulate, boolean warm, List<Film> films) {
    Simulate.Result result = simulate.run(films, warm, SEED);
    say(
        "%-22s %-30s %-5s %8s %8s %8s %12.2f",
        what,
        pollers,
        warm ? "warm" : "cold",
        times(result, Comparator.comparingDouble(Outcome::first), Outcome::first),
        times(result, Comparator.comparingDouble(Outcome::labelled), Outcome::labelled),
        times(result, Comparator.comparingDouble(Outcome::done), Outcome::done),
        result.busySeconds() / 3600);
    return result.outcomes();
  }

  private static String times(
      Simulate.Result result,
      Comparator<Outcome> order,
      java.util.function.ToDoubleFunction<Outcome> time) {
    List<Outcome> sorted = result.outcomes().stream().sorted(order).toList();
    double median = time.applyAsDouble(sorted.get(sorted.size() / 2));
    double last = time.applyAsDouble(sorted.get(sorted.size() - 1));
    return sorted.size() == 1
        ? String.format(Locale.ROOT, "%.1f", last)
        : String.format(Locale.ROOT, "%.0f (%.0f)", median, last);
  }

  private static void here(Properties times, Path video, Path gallery, Path folder)
      throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    List<Timed> measured = new ArrayList<>();
    List<Double> chunks = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < WORKERS.size(); i++) {
        int workers = WORKERS.get(i);
        System.err.println("round " + (round + 1) + ", " + workers + " workers");
        chunks.clear();
        Path state = folder.resolve(round + "-" + workers);
        Timed once = run(video, gallery, state, workers, chunks);
        if (round == 0) {
          measured.add(once);
        } else if (once.outcome().done() < measured.get(i).outcome().done()) {
          // What else the machine does makes it slower, never faster.
          measured.set(i, once);
        }
      }
    }
    List<Outcome> modelled = new ArrayList<>();
    // The machine is not idle, and how much it does beside is not known: one worker tells.
    double factor = measured.get(0).outcome().done() / model(times, 1, 1, chunks).done();
    for (int workers : WORKERS) {
      modelled.add(model(times, factor, Math.min(workers, cores), chunks));
    }
    say(
        "%s in %d chunks on %d cores, the best of %d rounds; one worker took %.2f x its CPU time,"
            + " and so the model does",
        video.getFileName(), chunks.size(), cores, ROUNDS, factor);
    say("%8s   %26s   %26s", "", "measured, s", "model, s");
    say(
        "%8s   %8s %8s %8s   %8s %8s %8s",
        "workers", "first", "labels", "MP4", "first", "labels", "MP4");
    for (int i = 0; i < WORKERS.size(); i++) {
      Outcome real = measured.get(i).outcome();
      Outcome model = modelled.get(i);
      say(
          "%8d   %8.1f %8.1f %8.1f   %8.1f %8.1f %8.1f   MP4 %+.0f %%, on %.1f cores",
          WORKERS.get(i),
          real.first(),
          real.labelled(),
          real.done(),
          model.first(),
          model.labelled(),
          model.done(),
          100 * (model.done() / real.done() - 1),
          measured.get(i).cores());
    }
    say("More workers than cores make nothing faster: the model has as many as cores.");
  }

  private static Outcome model(Properties times, double factor, int workers, List<Double> chunks) {
    Model model =
        new Model(
            steps(times, factor),
            ColdStart.NONE,
            0.02,
            Growth.fixed(workers),
            Growth.fixed(2),
            true,
            0);
    return new Simulate(model).run(List.of(new Film(0, chunks)), true, SEED).outcomes().get(0);
  }

  /** The second of two equal videos: the first one warms everything up. */
  private static Timed run(Path video, Path gallery, Path folder, int workers, List<Double> chunks)
      throws Exception {
    try (Stack stack = Stack.start(folder, 0, workers)) {
      StackClient client = new StackClient(stack.address());
      StackClient.Owned filled = fill(client, gallery);
      time(client, video, filled);
      Timed timed = time(client, video, filled);
      timed.last().chunks().forEach(chunk -> chunks.add(chunk.seconds()));
      return timed;
    }
  }

  private static StackClient.Owned fill(StackClient client, Path gallery) throws Exception {
    StackClient.Owned made = client.createGallery("scale");
    try (Stream<Path> people = Files.list(gallery)) {
      for (Path person : people.filter(Files::isDirectory).sorted().toList()) {
        try (Stream<Path> pictures = Files.list(person)) {
          client.addPictures(
              made,
              client.addPerson(made, String.valueOf(person.getFileName())),
              pictures.sorted().toList());
        }
      }
    }
    while (client.gallery(made).orElseThrow().count("waiting") > 0) {
      Thread.sleep(50);
    }
    return made;
  }

  /**
   * One video.
   *
   * @param cores that this process had, on average: others may have had the rest
   */
  private record Timed(Outcome outcome, VideoStatus last, double cores) {}

  private static Timed time(StackClient client, Path video, StackClient.Owned gallery)
      throws IOException, InterruptedException {
    StackClient.NewJob job = client.createJob(video, gallery);
    client.upload(job, video, bytes -> {});
    long start = System.nanoTime();
    long cpu = PROCESS.getProcessCpuTime();
    double first = Double.NaN;
    double labelled = Double.NaN;
    VideoStatus status = client.share(job.share());
    while (!status.isFinal()) {
      double now = (System.nanoTime() - start) / 1e9;
      if (Double.isNaN(first) && status.recognizedFrames() > 0) {
        first = now;
      }
      if (Double.isNaN(labelled) && status.state().equals("rendering")) {
        labelled = now;
      }
      Thread.sleep(50);
      status = client.share(job.share());
    }
    if (!status.state().equals("done")) {
      throw new IOException("the video was not labelled: " + status.reason());
    }
    double done = (System.nanoTime() - start) / 1e9;
    double cores = (PROCESS.getProcessCpuTime() - cpu) / 1e9 / done;
    return new Timed(new Outcome(first, labelled, done), status, cores);
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
