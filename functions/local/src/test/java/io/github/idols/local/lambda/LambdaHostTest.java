package io.github.idols.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.emulators.SqsEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Functions called as Lambda calls them, for messages of a real queue. */
@Timeout(60)
class LambdaHostTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int DELIVERIES = 2;

  private static SqsEmulator emulator;
  private static SqsClient sqs;
  private static final AtomicInteger QUEUES = new AtomicInteger();

  private final BlockingQueue<SQSMessage> received = new LinkedBlockingQueue<>();
  private SqsEmulator.Queue queue;
  private LambdaHost host;

  @BeforeAll
  static void start() {
    emulator = SqsEmulator.start();
    LocalCredentials local = LocalCredentials.DEFAULT;
    sqs =
        SqsClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.of(LocalCredentials.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(local.accessKey(), local.secretKey())))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    emulator.close();
  }

  @BeforeEach
  void open() {
    queue =
        emulator.createQueue("work" + QUEUES.incrementAndGet(), Duration.ofSeconds(2), DELIVERIES);
    host = new LambdaHost(sqs, Duration.ofSeconds(5));
  }

  @AfterEach
  void closeHost() {
    host.close();
  }

  @Test
  void aMessageComesAsOneEventAndIsGoneWhenTheFunctionHasDoneIt() throws Exception {
    onMessages(LONG, 1, message -> {});
    send("hello");

    SQSMessage message = received.take();
    assertEquals("hello", message.getBody());
    assertEquals("1", message.getAttributes().get("ApproximateReceiveCount"));
    assertEquals("aws:sqs", message.getEventSource());
    assertTrue(message.getEventSourceArn().endsWith(":work"), message.getEventSourceArn());
    awaitEmpty();
  }

  @Test
  void whatTheFunctionReportsAsFailedComesAgainAndThenGoesToTheDeadLetters() throws Exception {
    host.onMessages(
        function(
            LONG,
            (event, context) -> {
              SQSMessage message = event.getRecords().get(0);
              received.add(message);
              return new SQSBatchResponse(List.of(new BatchItemFailure(message.getMessageId())));
            }),
        work(),
        new Semaphore(1));
    send("poison");

    assertEquals("1", received.take().getAttributes().get("ApproximateReceiveCount"));
    assertEquals("2", received.take().getAttributes().get("ApproximateReceiveCount"));
    assertEquals("poison", deadLetter());
    assertEquals(0, received.size());
  }

  @Test
  void aFunctionThatThrowsHasItsMessageComeAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    onMessages(
        LONG,
        1,
        message -> {
          if (calls.incrementAndGet() == 1) {
            throw new StackOverflowError("the machine is lost");
          }
        });
    send("again");
    received.take();
    assertEquals("again", received.take().getBody());
    awaitEmpty();
  }

  @Test
  void aFunctionThatTakesTooLongIsStoppedAndItsMessageComesAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    onMessages(
        Duration.ofMillis(200),
        1,
        message -> {
          if (calls.incrementAndGet() == 1) {
            sleep(LONG);
          }
        });
    send("slow");
    received.take();
    received.take();
    awaitEmpty();
  }

  @Test
  void aMessageStaysHiddenWhileItsFunctionIsAtWork() throws Exception {
    // Longer than the queue hides messages by itself.
    onMessages(LONG, 2, message -> sleep(Duration.ofMillis(3500)));
    send("long");
    received.take();
    awaitEmpty();
    assertEquals(0, received.size());
  }

  @Test
  void noMoreIsDoneAtATimeThanThereArePermits() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(6);
    onMessages(
        LONG,
        2,
        message -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          sleep(Duration.ofMillis(100));
          now.decrementAndGet();
          done.countDown();
        });
    for (int i = 0; i < 6; i++) {
      send("part " + i);
    }
    assertTrue(done.await(20, TimeUnit.SECONDS));
    assertEquals(2, most.get());
  }

  @Test
  void anEventIsTriedThreeTimesAndThenGivenUp() throws Exception {
    BlockingQueue<byte[]> givenUp = new LinkedBlockingQueue<>();
    AtomicInteger calls = new AtomicInteger();
    Consumer<byte[]> events =
        host.onEvents(
            function(
                LONG,
                (event, context) -> {
                  calls.incrementAndGet();
                  throw new IllegalStateException("in vain");
                }),
            new Semaphore(1),
            Duration.ofMillis(10),
            givenUp::add);
    events.accept("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8));

    assertEquals("{\"Records\":[]}", new String(givenUp.take(), StandardCharsets.UTF_8));
    assertEquals(3, calls.get());
  }

  private void onMessages(Duration timeout, int permits, Consumer<SQSMessage> work) {
    host.onMessages(
        function(
            timeout,
            (event, context) -> {
              SQSMessage message = event.getRecords().get(0);
              received.add(message);
              work.accept(message);
              return new SQSBatchResponse(new ArrayList<>());
            }),
        work(),
        new Semaphore(permits));
  }

  private static LambdaFunction<SQSEvent, SQSBatchResponse> function(
      Duration timeout, RequestHandler<SQSEvent, SQSBatchResponse> handler) {
    return new LambdaFunction<>(
        "worker", SQSEvent.class, SQSBatchResponse.class, timeout, () -> handler);
  }

  private LambdaHost.Queue work() {
    return new LambdaHost.Queue("work", queue.url(), Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  private void send(String body) {
    sqs.sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
  }

  private String deadLetter() {
    List<Message> messages = List.of();
    while (messages.isEmpty()) {
      messages =
          sqs.receiveMessage(request -> request.queueUrl(queue.deadLetterUrl()).waitTimeSeconds(5))
              .messages();
    }
    return messages.get(0).body();
  }

  /** Until neither a waiting nor a hidden message is left. */
  private void awaitEmpty() {
    while (true) {
      Map<String, String> queued =
          sqs.getQueueAttributes(
                  request -> request.queueUrl(queue.url()).attributeNamesWithStrings("All"))
              .attributesAsStrings();
      if ("0".equals(queued.get("ApproximateNumberOfMessages"))
          && "0".equals(queued.get("ApproximateNumberOfMessagesNotVisible"))) {
        return;
      }
      sleep(Duration.ofMillis(50));
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped", e);
    }
  }
}
