package io.github.idols.cloud;

import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Links;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.job.VideoUploads;

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
    return new DynamoJobs(clients.dynamo(), settings.get(Settings.Name.JOBS_TABLE));
  }

  public Galleries galleries() {
    return new DynamoGalleries(clients.dynamo(), settings.get(Settings.Name.GALLERIES_TABLE));
  }

  public JobFiles jobFiles() {
    return new S3JobFiles(
        clients.s3(),
        settings.get(Settings.Name.UPLOADS_BUCKET),
        settings.get(Settings.Name.RESULTS_BUCKET));
  }

  public PictureFiles pictureFiles() {
    return new S3PictureFiles(
        clients.s3(), clients.presigner(), settings.get(Settings.Name.UPLOADS_BUCKET));
  }

  public VideoUploads uploads() {
    return new S3Uploads(
        clients.s3(), clients.presigner(), settings.get(Settings.Name.UPLOADS_BUCKET));
  }

  public Links links() {
    return new S3Links(
        clients.presigner(),
        settings.get(Settings.Name.UPLOADS_BUCKET),
        settings.get(Settings.Name.RESULTS_BUCKET));
  }

  /** For who sends to all queues; who sends to one needs the others' addresses as well. */
  public Tasks tasks() {
    return new SqsTasks(
        clients.sqs(),
        settings.get(Settings.Name.RECOGNIZE_QUEUE_URL),
        settings.get(Settings.Name.RENDER_QUEUE_URL),
        settings.get(Settings.Name.STITCH_QUEUE_URL));
  }

  @Override
  public void close() {
    clients.close();
  }
}
