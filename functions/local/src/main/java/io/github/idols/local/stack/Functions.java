package io.github.idols.local.stack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.api.ApiHandler;
import io.github.idols.api.ApiPorts;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.ObjectKeys;
import io.github.idols.cloud.SqsTasks;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Meter;
import io.github.idols.core.job.ResumeJobs;
import io.github.idols.core.job.fancam.FancamWork;
import io.github.idols.emulators.S3ObjectCreated;
import io.github.idols.emulators.SqsEmulator;
import io.github.idols.enroller.EnrollerHandler;
import io.github.idols.local.lambda.LambdaFunction;
import io.github.idols.local.lambda.LambdaHost;
import io.github.idols.local.lambda.S3Notification;
import io.github.idols.recognizer.RecognizerHandler;
import io.github.idols.renderer.RendererHandler;
import io.github.idols.splitter.SplitterHandler;
import io.github.idols.stitcher.StitcherHandler;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import io.github.idols.vision.face.RecognizeVideo;
import io.github.idols.vision.render.CutFancam;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The deployed functions, and what calls them. */
final class Functions implements ResumeJobs.Again, AutoCloseable {
  /** What Lambda allows at most. */
  private static final Duration LONG = Duration.ofMinutes(15);

  private static final Duration SHORT = Duration.ofSeconds(29);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int LIGHT_AT_ONCE = 2;

  private static final String NO_VIDEO = "The video could not be looked at. Upload it again.";
  private static final String NO_PICTURE = "could not be looked at, add it again";

  private final LambdaFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api;
  private final Consumer<byte[]> videos;
  private final Consumer<byte[]> pictures;
  private final Parts parts;

  private Functions(
      LambdaFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api,
      Consumer<byte[]> videos,
      Consumer<byte[]> pictures,
      Parts parts) {
    this.api = api;
    this.videos = videos;
    this.pictures = pictures;
    this.parts = parts;
  }

  /**
   * Begins to work through the queues.
   *
   * @param workers how many chunks and pictures are worked on at a time
   */
  static Functions start(Cloud cloud, Servers servers, StateFolder state, int workers)
      throws IOException {
    Jobs jobs = cloud.jobs();
    JobFiles files = cloud.jobFiles();
    SqsTasks tasks = cloud.tasks();
    FancamWork fancamWork = cloud.fancams(tasks);
    Galleries galleries = cloud.galleries();
    Path temp = state.emptied("temp");
    Meter meter = cloud.meter();
    VideoGate gate = new VideoGate();
    FaceModels models = new FaceModels();
    DrawVideo drawing = new DrawVideo(gate, Font.bundled());
    CutFancam fancams = new CutFancam(gate);
    Parts parts = new Parts();
    parts.add(models);

    // Whoever waits longest is next: a gallery's pictures are not kept waiting by a long video.
    Semaphore heavy = new Semaphore(workers, true);
    Semaphore light = new Semaphore(LIGHT_AT_ONCE, true);
    LambdaHost host = new LambdaHost(cloud.clients().sqs(), GRACE);
    host.onMessages(
        worker(
            parts,
            "recognizer",
            () ->
                new RecognizerHandler(
                    jobs, files, tasks, galleries, new RecognizeVideo(gate, models), meter)),
        queue("recognize", servers.recognize()),
        heavy);
    host.onMessages(
        worker(
            parts,
            "renderer",
            () ->
                new RendererHandler(jobs, files, tasks, fancamWork, drawing, fancams, temp, meter)),
        queue("render", servers.render()),
        heavy);
    host.onMessages(
        worker(
            parts,
            "stitcher",
            () ->
                new StitcherHandler(
                    jobs, files, tasks, galleries, fancamWork, drawing, fancams, temp, meter)),
        queue("stitch", servers.stitch()),
        light);
    Consumer<byte[]> videos =
        host.onEvents(
            parts.add(
                new LambdaFunction<>(
                    "splitter",
                    S3Event.class,
                    Void.class,
                    LONG,
                    () ->
                        new SplitterHandler(
                            jobs,
                            files,
                            tasks,
                            new PlanVideo(gate, new VideoPlanner(VideoPlanner.USUAL_SECONDS)),
                            meter))),
            light,
            RETRY,
            event ->
                ObjectKeys.jobOf(S3Notification.key(event))
                    .ifPresent(id -> jobs.fail(id, NO_VIDEO)));
    Consumer<byte[]> pictures =
        host.onEvents(
            parts.add(
                new LambdaFunction<>(
                    "enroller",
                    S3Event.class,
                    Void.class,
                    LONG,
                    () ->
                        new EnrollerHandler(
                            galleries, cloud.pictureFiles(), new GalleryPictures(models)))),
            heavy,
            RETRY,
            event ->
                ObjectKeys.pictureOf(S3Notification.key(event))
                    .ifPresent(key -> galleries.decide(key, new PictureState.Refused(NO_PICTURE))));
    LambdaFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api =
        parts.add(
            new LambdaFunction<>(
                "api",
                APIGatewayV2HTTPEvent.class,
                APIGatewayV2HTTPResponse.class,
                SHORT,
                () -> new ApiHandler(ApiPorts.of(cloud))));
    parts.add(host);
    return new Functions(api, videos, pictures, parts);
  }

  private static LambdaFunction<SQSEvent, SQSBatchResponse> worker(
      Parts parts,
      String name,
      Supplier<? extends RequestHandler<SQSEvent, SQSBatchResponse>> maker) {
    return parts.add(
        new LambdaFunction<>(name, SQSEvent.class, SQSBatchResponse.class, LONG, maker));
  }

  private static LambdaHost.Queue queue(String name, SqsEmulator.Queue queue) {
    return new LambdaHost.Queue(name, queue.url(), Servers.VISIBILITY, RETRY);
  }

  /** Requests and answers of the API, as JSON. */
  UnaryOperator<byte[]> api() {
    return api::invoke;
  }

  /** A file has arrived. */
  void arrived(S3ObjectCreated file) {
    if (!file.bucket().equals(Servers.UPLOADS)) {
      return;
    }
    byte[] event =
        S3Notification.json(
            file.event(), file.bucket(), file.key(), file.size(), file.etag(), Instant.now());
    if (file.key().startsWith(ObjectKeys.VIDEOS)) {
      videos.accept(event);
    } else if (file.key().startsWith(ObjectKeys.PICTURES)) {
      pictures.accept(event);
    }
  }

  @Override
  public void split(JobId id) {
    arrived(again(ObjectKeys.video(id), "ObjectCreated:CompleteMultipartUpload"));
  }

  @Override
  public void enroll(PictureKey picture) {
    arrived(again(ObjectKeys.picture(picture), "ObjectCreated:Put"));
  }

  /** Size and ETag are not known any more; nobody goes by them. */
  private static S3ObjectCreated again(String key, String event) {
    return new S3ObjectCreated(Servers.UPLOADS, key, 0, "", event);
  }

  @Override
  public void close() {
    parts.close();
  }
}
