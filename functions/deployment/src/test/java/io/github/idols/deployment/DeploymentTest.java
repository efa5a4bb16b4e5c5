package io.github.idols.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.core.video.Plan;
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
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Template, zips and AWS's runtime client, proven by what comes out of them. */
@Timeout(900)
class DeploymentTest {
  /**
   * The emulator starts a process of its own for each picture that comes while others are looked
   * at.
   */
  private static final int AT_ONCE = 2;

  /** How long a letter that was read stays hidden. */
  private static final int SEEN_SECONDS = 5;

  private static final String NONSENSE = "la la la";

  private static Deployment deployed;
  private static DemoMedia demo;
  private static StackClient.Owned gallery;

  private Path folder;

  @BeforeAll
  static void deploy(@TempDir Path media) throws Exception {
    deployed = Deployment.make();
    demo = new DemoMaker().make(media, frames -> {});
    tellHowLongStartsTake();
    gallery = gallery(deployed.client());
  }

  @BeforeEach
  void begin(@TempDir Path temp) {
    folder = temp;
  }

  @AfterAll
  static void close() {
    if (deployed != null) {
      deployed.close();
    }
  }

  /** The page is a page, and the distribution puts in what only the deployment knows. */
  @Test
  void cloudFrontServesThePageItsSettingsAndShareLinks() throws Exception {
    deployed.publish(Path.of("..", "..", "web", "target", "site"));

    HttpResponse<String> page = get("/");
    assertTrue(page.body().contains("<script type=\"module\""), page.body());
    assertEquals(page.body(), get("/v/whatever").body());
    assertEquals(page.body(), get("/g/whatever").body());
    assertEquals(page.body(), get("/embed/whatever").body());
    assertEquals("{\"api\":\"/api\",\"galleries\":[]}", get("/config.json").body());
    assertEquals(
        "max-age=31536000; includeSubDomains",
        page.headers().firstValue("strict-transport-security").orElse("none"));
    assertEquals("nosniff", page.headers().firstValue("x-content-type-options").orElse("none"));
    assertTrue(
        page.headers().firstValue("content-security-policy").orElse("").contains("default-src"));
  }

  @Test
  void labelsAVideoAndDrawsIt() throws Exception {
    StackClient client = deployed.client();
    NewJob job = upload(client);

    VideoStatus video = ended(client, job);
    assertEquals("done", video.state(), video.reason());
    Path labels = fetch(client, video, "csv");
    Evaluation scores =
        Evaluation.of(LabelsCsvReader.read(demo.truth()), LabelsCsvReader.read(labels), 1);
    scores.lines().forEach(System.out::println);
    assertAtLeast(94, scores.faces(), scores);
    assertAtLeast(97, scores.precision(), scores);
    assertAtLeast(94, scores.found(), scores);
    assertEquals(DemoMaker.frames(), decoded(fetch(client, video, "annotated")));
    assertFalse(
        Files.mismatch(demo.video(), fetch(client, video, "annotated")) < 0, "nothing is drawn");
    for (int chunk = 0; chunk < video.chunks().size(); chunk++) {
      assertEquals(2, deployed.linesOfMetrics(job.id(), chunk), "recognized and drawn: " + chunk);
    }
  }

  /** An operator's bad night: a wrong setting, dead letters, the setting put right, a redrive. */
  @Test
  void whatFailsGoesToTheDeadLettersAndIsDoneOnceTheFaultIsMended() throws Exception {
    String queue = deployed.queue("RecognizeQueue");
    String dead = deployed.deadLetters("RecognizeDeadLetters");
    String recognizer = deployed.lambda().function("Recognizer");
    Map<String, String> right = deployed.lambda().environment(recognizer);
    Map<String, String> wrong = new HashMap<>(right);
    wrong.put("JOBS_TABLE", "no-such-table");
    deployed.lambda().release(recognizer, wrong);
    String usual = hiddenFor(queue);
    // Half an hour between two tries is much for a test.
    hide(queue, "5");

    StackClient client = deployed.client();
    NewJob job = upload(client);
    deployed.sqs().sendMessage(send -> send.queueUrl(queue).messageBody(NONSENSE));
    int chunks =
        Eventually.ask("planning", () -> client.share(job.share()), v -> !v.chunks().isEmpty())
            .chunks()
            .size();
    Eventually.ask("dead letters", () -> waiting(dead), count -> count == chunks + 1);

    List<String> letters = bodies(dead, chunks + 1);
    assertTrue(letters.remove(NONSENSE), letters.toString());
    letters.forEach(letter -> assertTrue(letter.contains(job.id()), letter));
    VideoStatus stuck = client.share(job.share());
    assertEquals("recognizing", stuck.state());
    assertTrue(stuck.chunks().stream().noneMatch(VideoStatus.Chunk::recognized));

    deployed.lambda().release(recognizer, right);
    hide(queue, usual);
    redrive(dead, queue);

    VideoStatus video = ended(client, job);
    assertEquals("done", video.state(), video.reason());
    Evaluation scores =
        Evaluation.of(
            LabelsCsvReader.read(demo.truth()),
            LabelsCsvReader.read(fetch(client, video, "csv")),
            1);
    assertAtLeast(94, scores.faces(), scores);
    assertEquals(0, waiting(dead), "the redrive left letters");
  }

  /** Without a snapshot, which the emulator does not have: JVM, SDK and first request. */
  private static void tellHowLongStartsTake() throws IOException {
    long begin = System.nanoTime();
    deployed.client().createGallery("first");
    long first = System.nanoTime();
    deployed.client().createGallery("second");
    System.out.printf(
        "api: first answer after %d ms, second after %d ms%n",
        (first - begin) / 1_000_000, (System.nanoTime() - first) / 1_000_000);
  }

  private static StackClient.Owned gallery(StackClient client) throws Exception {
    StackClient.Owned made = client.createGallery("Demo");
    try (Stream<Path> people = Files.list(demo.gallery())) {
      for (Path person : people.sorted().toList()) {
        String id = client.addPerson(made, String.valueOf(person.getFileName()));
        try (Stream<Path> pictures = Files.list(person)) {
          List<Path> files = pictures.sorted().toList();
          for (int i = 0; i < files.size(); i += AT_ONCE) {
            client.addPictures(made, id, files.subList(i, Math.min(i + AT_ONCE, files.size())));
            enrolled(client, made);
          }
        }
      }
    }
    GalleryStatus status = enrolled(client, made);
    assertEquals(status.pictures().size(), status.count("taken"), status.toString());
    return made;
  }

  private static GalleryStatus enrolled(StackClient client, StackClient.Owned gallery)
      throws Exception {
    return Eventually.ask(
        "enrolling",
        () -> client.gallery(gallery).orElseThrow(),
        status -> status.count("waiting") == 0);
  }

  private static NewJob upload(StackClient client) throws IOException {
    NewJob job = client.createJob(demo.video(), gallery);
    client.upload(job, demo.video(), bytes -> {});
    return job;
  }

  private static VideoStatus ended(StackClient client, NewJob job) throws Exception {
    return Eventually.ask("labelling", () -> client.share(job.share()), VideoStatus::isFinal);
  }

  private Path fetch(StackClient client, VideoStatus video, String link) throws IOException {
    Path file = folder.resolve(link);
    client.fetch(Objects.requireNonNull(video.links().get(link), link), file);
    return file;
  }

  /** How many frames of a video can be decoded, one after another. */
  private static long decoded(Path file) throws Exception {
    try (OpenVideo open = new VideoGate().open(file)) {
      Plan plan = new VideoPlanner(VideoPlanner.EVERYTHING).plan(open);
      long frames = 0;
      try (ChunkReader reader = new ChunkReader(open, plan.chunks().get(0), ReadOptions.exact())) {
        while (reader.next().isPresent()) {
          frames++;
        }
      }
      return frames;
    }
  }

  private static void assertAtLeast(double percent, Evaluation.Share share, Evaluation scores) {
    assertTrue(100.0 * share.part() / share.all() >= percent, scores.lines().toString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = deployed.page().resolve(path);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), path + ": " + answer.body());
    return answer;
  }

  private static String hiddenFor(String queue) {
    return attribute(queue, QueueAttributeName.VISIBILITY_TIMEOUT);
  }

  private static void hide(String queue, String seconds) {
    deployed
        .sqs()
        .setQueueAttributes(
            set ->
                set.queueUrl(queue)
                    .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
  }

  private static int waiting(String queue) {
    return Integer.parseInt(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private static String attribute(String queue, QueueAttributeName name) {
    return Objects.requireNonNull(
        deployed
            .sqs()
            .getQueueAttributes(get -> get.queueUrl(queue).attributeNames(name))
            .attributes()
            .get(name));
  }

  /** What StartMessageMoveTask does, which the emulator does not have. */
  private static void redrive(String from, String to) {
    for (List<Message> some = some(from); !some.isEmpty(); some = some(from)) {
      for (Message message : some) {
        deployed.sqs().sendMessage(send -> send.queueUrl(to).messageBody(message.body()));
        deployed
            .sqs()
            .deleteMessage(delete -> delete.queueUrl(from).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private static List<Message> some(String queue) {
    return deployed
        .sqs()
        .receiveMessage(
            get -> get.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(SEEN_SECONDS))
        .messages();
  }

  /** What lies in a queue; it stays there. */
  private static List<String> bodies(String queue, int count) throws Exception {
    List<String> bodies = new ArrayList<>();
    Eventually.ask(
        "reading",
        () -> {
          some(queue).stream().map(Message::body).forEach(bodies::add);
          return bodies.size();
        },
        size -> size >= count);
    Thread.sleep(1000L * (SEEN_SECONDS + 1));
    return bodies;
  }
}
