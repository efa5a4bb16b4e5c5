package io.github.idols.localstack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.idols.api.ApiHandler;
import io.github.idols.api.ApiPorts;
import io.github.idols.cloud.AwsClients;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.ObjectKeys;
import io.github.idols.cloud.Settings;
import io.github.idols.cloud.TableDefinitions;
import io.github.idols.emulators.DynamoEmulator;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.enroller.EnrollerHandler;
import io.github.idols.local.client.StackClient;
import io.github.idols.local.lambda.LambdaFunction;
import io.github.idols.local.lambda.LambdaHost;
import io.github.idols.local.lambda.S3Notification;
import io.github.idols.local.web.Site;
import io.github.idols.local.web.WebServer;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The handlers on LocalStack's S3 and SQS and on dynalite, called by the project's own host. */
final class Pipeline implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int WORKERS = 2;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Cloud cloud;
  private final WebServer web;

  Pipeline(URI localStack, Path folder) throws IOException {
    DynamoEmulator dynamo = add(DynamoEmulator.start(folder.resolve("dynamo")));
    AwsClients clients =
        AwsClients.of(
            new AwsClients.Servers(
                DefaultCredentialsProvider.builder().build(),
                LocalCredentials.REGION,
                localStack,
                localStack,
                dynamo.endpoint()));
    cloud =
        add(
            new Cloud(
                clients,
                Settings.of(
                    Map.of(
                        Settings.Name.UPLOADS_BUCKET, "pipeline-uploads",
                        Settings.Name.RESULTS_BUCKET, "pipeline-results",
                        Settings.Name.JOBS_TABLE, "jobs",
                        Settings.Name.GALLERIES_TABLE, "galleries",
                        Settings.Name.RECOGNIZE_QUEUE_URL, url(clients.sqs(), "recognize"),
                        Settings.Name.RENDER_QUEUE_URL, url(clients.sqs(), "render"),
                        Settings.Name.STITCH_QUEUE_URL, url(clients.sqs(), "stitch")))));
    TableDefinitions.createJobs(clients.dynamo(), "jobs");
    TableDefinitions.createGalleries(clients.dynamo(), "galleries");
    LambdaHost host = new LambdaHost(clients.sqs(), RETRY);
    run(host);
    LambdaFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api =
        add(
            new LambdaFunction<>(
                "api",
                APIGatewayV2HTTPEvent.class,
                APIGatewayV2HTTPResponse.class,
                TIMEOUT,
                () -> new ApiHandler(ApiPorts.of(cloud))));
    web = add(WebServer.bind(0));
    web.start(
        new Site(Pipeline.class.getClassLoader(), "site"),
        api::invoke,
        () -> "{\"api\":\"/api\",\"galleries\":[]}".getBytes(StandardCharsets.UTF_8),
        localStack);
    add(host);
  }

  private void run(LambdaHost host) throws IOException {
    VideoGate gate = new VideoGate();
    FaceModels models = add(new FaceModels());
    DrawVideo drawing = new DrawVideo(gate, Font.bundled());
    Semaphore permits = new Semaphore(WORKERS, true);
    onMessages(
        host,
        "recognize",
        permits,
        () -> new RecognizerHandler(cloud, new RecognizeVideo(gate, models)));
    onMessages(
        host, "render", permits, () -> new RendererHandler(cloud, drawing, new CutFancam(gate)));
    onMessages(
        host,
        "stitch",
        new Semaphore(1),
        () -> new StitcherHandler(cloud, drawing, new CutFancam(gate)));
    Consumer<byte[]> videos =
        onEvents(
            host,
            permits,
            () ->
                new SplitterHandler(
                    cloud, new PlanVideo(gate, new VideoPlanner(VideoPlanner.USUAL_SECONDS))));
    Consumer<byte[]> pictures =
        onEvents(host, permits, () -> new EnrollerHandler(cloud, new GalleryPictures(models)));
    Thread arrivals =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                pass(videos, pictures);
              }
            },
            "arrivals");
    arrivals.setDaemon(true);
    arrivals.start();
    add(arrivals::interrupt);
  }

  /** What S3 tells to a queue, handed on as S3 hands it to a function. */
  private void pass(Consumer<byte[]> videos, Consumer<byte[]> pictures) {
    SqsClient sqs = cloud.clients().sqs();
    String queue = url(sqs, "arrivals");
    for (Message message :
        sqs.receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
            .messages()) {
      // LocalStack first sends a word to try the queue, as S3 does.
      if (message.body().contains("\"Records\"")) {
        byte[] event = message.body().getBytes(StandardCharsets.UTF_8);
        boolean isVideo = S3Notification.key(event).startsWith(ObjectKeys.VIDEOS);
        (isVideo ? videos : pictures).accept(event);
      }
      sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
  }

  private void onMessages(
      LambdaHost host,
      String queue,
      Semaphore permits,
      Supplier<? extends RequestHandler<SQSEvent, SQSBatchResponse>> handler) {
    host.onMessages(
        add(new LambdaFunction<>(queue, SQSEvent.class, SQSBatchResponse.class, TIMEOUT, handler)),
        new LambdaHost.Queue(
            queue, url(cloud.clients().sqs(), queue), Duration.ofSeconds(30), RETRY),
        permits);
  }

  private Consumer<byte[]> onEvents(
      LambdaHost host,
      Semaphore permits,
      Supplier<? extends RequestHandler<S3Event, Void>> handler) {
    return host.onEvents(
        add(new LambdaFunction<>("arrival", S3Event.class, Void.class, TIMEOUT, handler)),
        permits,
        RETRY,
        event -> {});
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  static String url(SqsClient sqs, String queue) {
    return sqs.getQueueUrl(get -> get.queueName("pipeline-" + queue)).queueUrl();
  }

  SqsClient sqs() {
    return cloud.clients().sqs();
  }

  StackClient client() {
    return new StackClient(web.address());
  }

  @Override
  public void close() throws IOException {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
