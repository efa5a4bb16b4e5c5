package io.github.idols.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.local.client.GalleryStatus;
import io.github.idols.local.client.StackClient;
import io.github.idols.local.client.StackClient.NewJob;
import io.github.idols.local.client.VideoStatus;
import io.github.idols.local.demo.DemoMaker;
import io.github.idols.local.demo.DemoMedia;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A video's way, and a lost message's, over LocalStack's buckets, queues and notifications. */
@Timeout(600)
class PipelineTest {
  private static final String NONSENSE = "la la la";

  @Test
  void aVideoIsLabelledAndNonsenseIsPutAsideAndRedriven(@TempDir Path folder) throws Exception {
    URI localStack = URI.create(System.getProperty("aws.endpointUrlS3", ""));
    new CloudFormation(localStack).create("pipeline", template());
    DemoMedia demo = new DemoMaker().make(folder.resolve("demo"), frames -> {});
    try (Pipeline pipeline = new Pipeline(localStack, folder)) {
      StackClient client = pipeline.client();
      StackClient.Owned gallery = gallery(client, demo.gallery());
      NewJob job = client.createJob(demo.video(), gallery);
      client.upload(job, demo.video(), bytes -> {});

      VideoStatus video = client.share(job.share());
      while (!video.isFinal()) {
        Thread.sleep(500);
        video = client.share(job.share());
      }
      assertEquals("done", video.state(), video.reason());
      Path labels = fetch(client, video, "csv", folder);
      Evaluation scores =
          Evaluation.of(LabelsCsvReader.read(demo.truth()), LabelsCsvReader.read(labels), 1);
      scores.lines().forEach(System.out::println);
      assertTrue(scores.faces().part() >= 0.94 * scores.faces().all(), scores.lines().toString());
      assertEquals(DemoMaker.frames(), decoded(fetch(client, video, "annotated", folder)));

      nonsenseIsPutAsideAndRedriven(pipeline.sqs());
    }
  }

  /** By StartMessageMoveTask, which neither of the other emulators has. */
  private static void nonsenseIsPutAsideAndRedriven(SqsClient sqs) throws Exception {
    String queue = Pipeline.url(sqs, "recognize");
    String dead = Pipeline.url(sqs, "dead-letters");
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody(NONSENSE));
    await(sqs, dead, 1);
    assertEquals(
        NONSENSE,
        sqs.receiveMessage(get -> get.queueUrl(dead).visibilityTimeout(0))
            .messages()
            .get(0)
            .body());

    String arn = attribute(sqs, dead, QueueAttributeName.QUEUE_ARN);
    sqs.startMessageMoveTask(move -> move.sourceArn(arn));
    await(sqs, dead, 0);
    // Seen by the recognizer again, or about to be.
    int again =
        Integer.parseInt(attribute(sqs, queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            + Integer.parseInt(
                attribute(
                    sqs, queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    assertEquals(1, again);
  }

  private static void await(SqsClient sqs, String queue, int count) throws InterruptedException {
    String wanted = Integer.toString(count);
    String last = "";
    for (int i = 0; i < 480; i++) {
      last = attribute(sqs, queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
      if (last.equals(wanted)) {
        return;
      }
      Thread.sleep(250);
    }
    throw new AssertionError(last + " messages, not " + wanted);
  }

  private static String attribute(SqsClient sqs, String queue, QueueAttributeName name) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(name)).attributes();
    return Objects.requireNonNull(attributes.get(name));
  }

  private static String template() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(PipelineTest.class.getResourceAsStream("/pipeline.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static StackClient.Owned gallery(StackClient client, Path pictures) throws Exception {
    StackClient.Owned made = client.createGallery("Demo");
    try (Stream<Path> people = Files.list(pictures)) {
      for (Path person : people.sorted().toList()) {
        String id = client.addPerson(made, String.valueOf(person.getFileName()));
        try (Stream<Path> files = Files.list(person)) {
          client.addPictures(made, id, files.sorted().toList());
        }
      }
    }
    GalleryStatus status = client.gallery(made).orElseThrow();
    while (status.count("waiting") > 0) {
      Thread.sleep(250);
      status = client.gallery(made).orElseThrow();
    }
    assertEquals(status.pictures().size(), status.count("taken"), status.toString());
    return made;
  }

  private static Path fetch(StackClient client, VideoStatus video, String link, Path folder)
      throws Exception {
    Path file = folder.resolve(link);
    client.fetch(Objects.requireNonNull(video.links().get(link), link), file);
    return file;
  }

  /** How many frames of a video can be decoded, one after another. */
  private static long decoded(Path file) throws Exception {
    try (OpenVideo open = new VideoGate().open(file)) {
      long frames = 0;
      try (ChunkReader reader =
          new ChunkReader(
              open,
              new VideoPlanner(VideoPlanner.EVERYTHING).plan(open).chunks().get(0),
              ReadOptions.exact())) {
        while (reader.next().isPresent()) {
          frames++;
        }
      }
      return frames;
    }
  }
}
