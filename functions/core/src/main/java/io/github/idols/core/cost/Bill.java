package io.github.idols.core.cost;

import java.util.Locale;

/**
 * What one video costs, in US dollars at list prices.
 *
 * <p>Not in it: what leaves Amazon's network (watching and downloading), what a function spends
 * before its code runs and while it starts, the rest of a run that was cut off, the page's own
 * questions how far the work is, logs, queues that are asked in vain, and the gallery's pictures.
 *
 * @param computing the functions' memory and time, as measured
 * @param requests to Lambda, SQS, S3 and DynamoDB, counted by how the steps work
 * @param storage of the video, and of results as large as it, for the 30 days that they are kept
 */
public record Bill(double computing, double requests, double storage) {
  /** The splitter's plan needs a few ranges of the file. */
  private static final int RANGES_OF_PLAN = 3;

  /** To find its place, a worker reads the index and jumps. */
  private static final int RANGES_OF_JUMPS = 2;

  /** What one GET reads of a video, in the long run. */
  private static final double RANGE = 4 << 20;

  private static final double UPLOADED_PART = 16 << 20;
  private static final double GIGABYTE = 1L << 30;

  /** A message is sent (in tens), received and deleted. */
  private static final double REQUESTS_A_MESSAGE = 2.1;

  /** A run looks at its job twice, and writes the chunk's number and its own time. */
  private static final int READS_A_RUN = 2;

  private static final int WRITES_A_RUN = 2;

  /** A job's item: what it always says, and what each chunk adds. */
  private static final double ITEM_BYTES = 900;

  private static final double ITEM_BYTES_A_CHUNK = 16;

  /** For a video whose functions run on some processor. */
  public static Bill of(Usage usage, Prices prices, Processor processor) {
    double gigabyteSeconds =
        usage.runs().values().stream().mapToDouble(Runs::gigabyteSeconds).sum();
    // The video and, about as large, what is made of it; for a month.
    double storage = 2 * usage.videoBytes() / GIGABYTE * prices.storage();
    return new Bill(
        gigabyteSeconds * prices.gigabyteSecond(processor), requests(usage, prices), storage);
  }

  private static double requests(Usage usage, Prices prices) {
    long recognize = usage.of(Step.RECOGNIZE).count();
    long render = usage.of(Step.RENDER).count();
    long name = usage.of(Step.NAME).count();
    long join = usage.of(Step.JOIN).count();
    long split = usage.of(Step.SPLIT).count();
    double runs = recognize + render + name + join + split;
    double messages = recognize + render + name + join;
    double rangesOfAll = usage.videoBytes() / RANGE;
    double rangesOfChunk = RANGES_OF_JUMPS + rangesOfAll / Math.max(1, usage.chunks());
    double gets =
        split * RANGES_OF_PLAN
            // A chunk's worker reads the plan or the names, too.
            + (recognize + render) * (rangesOfChunk + 1)
            // Which faces to take pictures of is told by the tracks.
            + render
            + name * (usage.chunks() + 1)
            // The join reads the video once more for its sound, and each chunk's pictures.
            + join * (2 * usage.chunks() + rangesOfAll);
    double puts =
        Math.ceil(usage.videoBytes() / UPLOADED_PART)
            + 2
            + split
            // Tracks, and provisional labels.
            + recognize * 2
            // The chunk, and pictures of faces in it.
            + render * 2
            // Names, and labels in three formats.
            + name * 4
            // The video, and pictures of faces.
            + join * 2;
    double item = ITEM_BYTES + ITEM_BYTES_A_CHUNK * usage.chunks();
    return runs * prices.call()
        + messages * REQUESTS_A_MESSAGE * prices.message()
        + gets * prices.get()
        + puts * prices.put()
        + runs * WRITES_A_RUN * Math.ceil(item / 1024) * prices.write()
        + runs * READS_A_RUN * Math.ceil(item / 4096) * prices.read();
  }

  /** All of it. */
  public double total() {
    return computing + requests + storage;
  }

  /** In cents, for a log: {@code 2.31 cents (computing 2.10, requests 0.05, storage 0.16)}. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%.2f cents (computing %.2f, requests %.2f, storage %.2f)",
        100 * total(),
        100 * computing,
        100 * requests,
        100 * storage);
  }
}
