package io.github.idols.api;

import io.github.idols.core.cost.Bill;
import io.github.idols.core.cost.Prices;
import io.github.idols.core.cost.Processor;
import io.github.idols.core.job.Corrected;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobLinks;
import io.github.idols.core.job.Outline;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.video.VideoInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a share link shows of a job. */
record VideoAnswer(
    String share,
    String title,
    String state,
    Optional<String> reason,
    String created,
    GalleryUsed gallery,
    Recognisers recognisers,
    Optional<Video> video,
    Optional<List<Chunk>> chunks,
    List<String> notes,
    Optional<Cost> cost,
    Optional<Corrections> corrections,
    List<FancamAnswer> fancams,
    Addresses links) {
  record GalleryUsed(String name, OptionalLong version) {}

  /** Whose names the labels have, and whose are there to compare. */
  record Recognisers(String used, String beside) {}

  record Video(int width, int height, double duration, long frames, double frameRate) {}

  /** A worker's share; the start and end are in seconds. */
  record Chunk(
      double start, double end, boolean recognized, boolean rendered, Optional<URI> labels) {}

  /** In US cents at list prices of a date. */
  record Cost(double computing, double requests, double storage, double total, String prices) {}

  /** How many hold now, and how far labels and annotated video follow them. */
  record Corrections(int count, int version, int named, int drawn) {}

  /**
   * A fancam.
   *
   * @param done how many of its chunks are
   * @param current whether it goes by the names of now
   */
  record FancamAnswer(
      String id,
      String person,
      String state,
      int done,
      int chunks,
      boolean current,
      Optional<String> reason,
      List<String> notes,
      Optional<URI> video) {}

  record Addresses(
      Optional<URI> source,
      Optional<URI> labels,
      Optional<URI> beside,
      Optional<URI> csv,
      Optional<URI> vtt,
      Optional<URI> faces,
      Optional<URI> annotated) {}

  static VideoAnswer of(Job job, JobLinks links, List<FancamAnswer> fancams) {
    return new VideoAnswer(
        job.share().value(),
        job.file().name(),
        job.state().word(),
        job.reason(),
        job.created().toString(),
        new GalleryUsed(job.galleryName(), job.galleryVersion()),
        new Recognisers(job.matcher().word(), job.matcher().beside().word()),
        job.outline().map(outline -> video(outline.video())),
        job.outline().map(outline -> chunks(job, outline, links)),
        job.notes(),
        job.runs().isEmpty() ? Optional.empty() : Optional.of(cost(job)),
        corrections(job.corrected()),
        fancams,
        new Addresses(
            links.source(job),
            links.result(job, ResultFile.JSON),
            links.result(job, ResultFile.BESIDE),
            links.result(job, ResultFile.CSV),
            links.result(job, ResultFile.VTT),
            links.result(job, ResultFile.FACES),
            links.result(job, ResultFile.VIDEO)));
  }

  /** Nothing where nobody corrected anything. */
  private static Optional<Corrections> corrections(Corrected job) {
    return job.version() == 0
        ? Optional.empty()
        : Optional.of(
            new Corrections(
                job.corrections().all().size(), job.version(), job.named(), job.drawn()));
  }

  /** The API runs on the same processor as the workers. */
  private static Cost cost(Job job) {
    Prices prices = Prices.list();
    Bill bill = Bill.of(job.usage(), prices, Processor.ofThisMachine());
    return new Cost(
        cents(bill.computing()),
        cents(bill.requests()),
        cents(bill.storage()),
        cents(bill.total()),
        prices.date().toString());
  }

  /** A thousandth of a cent is as exact as it gets. */
  private static double cents(double dollars) {
    return Math.round(dollars * 100_000) / 1_000.0;
  }

  private static Video video(VideoInfo info) {
    return new Video(
        info.width(),
        info.height(),
        info.durationSeconds(),
        info.frames(),
        info.frameRate().value());
  }

  /** Each starts where the one before ends. */
  private static List<Chunk> chunks(Job job, Outline outline, JobLinks links) {
    List<Chunk> chunks = new ArrayList<>();
    double start = 0;
    for (double end : outline.chunkEnds()) {
      int number = chunks.size();
      chunks.add(
          new Chunk(
              start,
              end,
              job.recognized().contains(number),
              job.rendered().contains(number),
              links.provisional(job, number)));
      start = end;
    }
    return chunks;
  }
}
