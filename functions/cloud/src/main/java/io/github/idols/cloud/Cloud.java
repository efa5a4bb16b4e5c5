package io.github.idols.cloud;

import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Meter;
import io.github.idols.core.job.SitePage;
import io.github.idols.core.job.VideoUploads;
import io.github.idols.core.job.fancam.FancamTasks;
import io.github.idols.core.job.fancam.FancamWork;

/**
 * All ports of core on Amazon's services. A function asks for those that it needs, and needs
 * settings for these only. Safe for use by several threads.
 *
 * @param clients are closed with it
 */
public record Cloud(AwsClients clients, Settings settings) implements AutoCloseable {
  /** As the environment of this process says. */
  public static Cloud fromEnvironment() {
    return new Cloud(AwsClients.ofEnvironment(), Settings.fromEnvironment());
  }

  public Jobs jobs() {
    String table = settings.get(Settings.Name.JOBS_TABLE);
    return new DynamoJobs(clients.dynamo(), table);
  }

  /** Measures what work on jobs costs on this machine. */
  public Meter meter() {
    return new Meter(jobs(), System::nanoTime, settings.machine());
  }

  public Galleries galleries() {
    String table = settings.get(Settings.Name.GALLERIES_TABLE);
    return new DynamoGalleries(clients.dynamo(), table);
  }

  public JobFiles jobFiles() {
    String uploads = settings.get(Settings.Name.UPLOADS_BUCKET);
    String results = settings.get(Settings.Name.RESULTS_BUCKET);
    return new S3JobFiles(clients.s3(), uploads, new ResultsBucket(clients.s3(), results));
  }

  public PictureFiles pictureFiles() {
    String uploads = settings.get(Settings.Name.UPLOADS_BUCKET);
    return new S3PictureFiles(clients.s3(), clients.presigner(), uploads);
  }

  public VideoUploads uploads() {
    String uploads = settings.get(Settings.Name.UPLOADS_BUCKET);
    return new S3Uploads(clients.s3(), clients.presigner(), uploads);
  }

  public S3Links links() {
    String uploads = settings.get(Settings.Name.UPLOADS_BUCKET);
    String results = settings.get(Settings.Name.RESULTS_BUCKET);
    return new S3Links(clients.presigner(), uploads, results);
  }

  /** Work on fancams, with somebody who hands it on: {@link #tasks} or {@link #stitching}. */
  public FancamWork fancams(FancamTasks tasks) {
    String table = settings.get(Settings.Name.JOBS_TABLE);
    String results = settings.get(Settings.Name.RESULTS_BUCKET);
    return new FancamWork(
        new DynamoFancams(clients.dynamo(), table),
        new S3FancamFiles(new ResultsBucket(clients.s3(), results)),
        tasks);
  }

  public SitePage sitePage() {
    return new S3SitePage(clients.s3(), settings.get(Settings.Name.SITE_BUCKET));
  }

  /** Needs the addresses of all queues. */
  public SqsTasks tasks() {
    String recognize = settings.get(Settings.Name.RECOGNIZE_QUEUE_URL);
    String render = settings.get(Settings.Name.RENDER_QUEUE_URL);
    String stitch = settings.get(Settings.Name.STITCH_QUEUE_URL);
    return new SqsTasks(clients.sqs(), recognize, render, stitch);
  }

  /** Needs the address of the stitcher's queue alone, and sends to no other. */
  public SqsTasks stitching() {
    return SqsTasks.stitching(clients.sqs(), settings.get(Settings.Name.STITCH_QUEUE_URL));
  }

  @Override
  public void close() {
    clients.close();
  }
}
