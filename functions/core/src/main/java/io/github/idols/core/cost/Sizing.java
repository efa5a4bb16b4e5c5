package io.github.idols.core.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a length of chunks and a size of memory would cost and take, computed from measured CPU
 * time. A worker is one thread: memory below a whole core makes it slower and costs the same, more
 * than that costs more and makes it no faster.
 *
 * @param chunkSeconds how much video a worker gets
 * @param megabytes of each function
 * @param longest seconds that the longest step on a chunk takes
 * @param labels dollars for a minute of video without the annotated one
 * @param all dollars for a minute of video, annotated
 */
public record Sizing(
    double chunkSeconds, int megabytes, double longest, double labels, double all) {
  /** Lambda gives one whole core for so many megabytes, and parts of it in proportion (AWS). */
  public static final double CORE = 1769;

  /**
   * How much dearer than the cheapest is as good, if it is sooner done: CPU time varies as much.
   */
  private static final double AS_GOOD = 1.10;

  private static final double MINUTE = 60;

  /**
   * CPU seconds that were measured, on one core.
   *
   * @param videoSeconds length of the video
   * @param videoBytes its size
   * @param chunkSeconds length of its chunks
   * @param cpu of each step, for all of the video
   */
  public record Measured(
      double videoSeconds, long videoBytes, double chunkSeconds, Map<Step, Double> cpu) {
    public Measured {
      cpu = Map.copyOf(cpu);
    }

    int chunks() {
      return (int) Math.max(1, Math.ceil(videoSeconds / chunkSeconds));
    }

    double seconds(Step step) {
      return cpu.getOrDefault(step, 0.0);
    }
  }

  /** Each measurement with each size. */
  public static List<Sizing> of(
      List<Measured> measurements, List<Integer> sizes, Prices prices, Processor processor) {
    List<Sizing> all = new ArrayList<>();
    for (Measured measured : measurements) {
      for (int megabytes : sizes) {
        all.add(of(measured, megabytes, prices, processor));
      }
    }
    return all;
  }

  private static Sizing of(Measured measured, int megabytes, Prices prices, Processor processor) {
    double speed = Math.min(1, megabytes / CORE);
    double minutes = measured.videoSeconds() / MINUTE;
    double longest =
        Math.max(measured.seconds(Step.RECOGNIZE), measured.seconds(Step.RENDER))
            / measured.chunks()
            / speed;
    Bill labels = bill(measured, megabytes, speed, prices, processor, false);
    Bill all = bill(measured, megabytes, speed, prices, processor, true);
    return new Sizing(
        measured.chunkSeconds(),
        megabytes,
        longest,
        labels.total() / minutes,
        all.total() / minutes);
  }

  private static Bill bill(
      Measured measured,
      int megabytes,
      double speed,
      Prices prices,
      Processor processor,
      boolean drawn) {
    Map<Step, Runs> runs = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      if (drawn || (step != Step.RENDER && step != Step.JOIN)) {
        boolean shared = step == Step.RECOGNIZE || step == Step.RENDER;
        long millis = Math.round(1000 * measured.seconds(step) / speed);
        runs.put(step, new Runs(shared ? measured.chunks() : 1, megabytes * millis));
      }
    }
    Bill bill =
        Bill.of(new Usage(runs, measured.videoBytes(), measured.chunks()), prices, processor);
    // Without the annotated video, the uploaded one alone is kept.
    return drawn ? bill : new Bill(bill.computing(), bill.requests(), bill.storage() / 2);
  }

  /**
   * The default: of those whose longest step is short enough and which cost hardly more than the
   * cheapest of them, the one that is done first.
   *
   * @param longest seconds that a step on a chunk may take
   * @return nothing when none is short enough
   */
  public static Optional<Sizing> choose(List<Sizing> sizings, double longest) {
    List<Sizing> soon = sizings.stream().filter(each -> each.longest() <= longest).toList();
    double cheapest = soon.stream().mapToDouble(Sizing::all).min().orElse(0);
    return soon.stream()
        .filter(each -> each.all() <= AS_GOOD * cheapest)
        .min(
            Comparator.comparingDouble(Sizing::longest)
                .thenComparingDouble(Sizing::all)
                .thenComparingInt(Sizing::megabytes));
  }
}
