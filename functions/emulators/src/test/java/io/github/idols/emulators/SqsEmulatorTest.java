package io.github.idols.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class SqsEmulatorTest {
  private final SqsEmulator emulator = SqsEmulator.start();
  private final SqsClient sqs = client(emulator);

  @AfterEach
  void stop() {
    sqs.close();
    emulator.close();
  }

  @Test
  void aMessageThatIsDeletedComesOnce() {
    String url = emulator.createQueue("recognize", Duration.ofSeconds(1), 3).url();
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("{\"chunk\":1}"));

    Message message = receive(url, 20).get(0);
    assertEquals("{\"chunk\":1}", message.body());
    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));

    // Longer than the second after which it would come again.
    assertEquals(List.of(), receive(url, 2));
  }

  @Test
  void aMessageNobodyCanHandleIsCountedAndGoesToTheDeadLetters() {
    SqsEmulator.Queue queue = emulator.createQueue("stitch", Duration.ofSeconds(1), 2);
    sqs.sendMessage(r -> r.queueUrl(queue.url()).messageBody("poison"));

    assertEquals("1", receiveCount(receive(queue.url(), 20).get(0)));
    assertEquals("2", receiveCount(receive(queue.url(), 20).get(0)));
    // The third attempt to receive it is what moves it.
    assertEquals(List.of(), receive(queue.url(), 2));
    assertEquals("poison", receive(queue.deadLetterUrl(), 20).get(0).body());
  }

  @Test
  void aMessageStaysHiddenAsLongAsItsReceiverAsks() {
    String url = emulator.createQueue("render", Duration.ofMinutes(10), 3).url();
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));
    Message message = receive(url, 20).get(0);
    assertEquals(List.of(), receive(url, 0));

    sqs.changeMessageVisibility(
        r -> r.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));

    assertEquals("2", receiveCount(receive(url, 20).get(0)));
  }

  @Test
  void whoWaitsHearsAtOnce() throws Exception {
    String url = emulator.createQueue("recognize", Duration.ofSeconds(30), 3).url();
    CompletableFuture<List<Message>> waiting =
        CompletableFuture.supplyAsync(() -> receive(url, 20));
    long sent = System.nanoTime();
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));

    assertEquals(1, waiting.get().size());
    assertTrue(System.nanoTime() - sent < Duration.ofSeconds(10).toNanos());
  }

  @Test
  void nothingOfItRunsOnWhenItIsClosed() {
    SqsEmulator second = SqsEmulator.start();
    second.createQueue("a", Duration.ofSeconds(1), 1);
    emulator.close();
    second.close();

    Eventually.holds("its threads end", () -> threads().isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("sqs-"))
        .toList();
  }

  private List<Message> receive(String url, int waitSeconds) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(1)
                    .waitTimeSeconds(waitSeconds)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  private static String receiveCount(Message message) {
    return message
        .attributes()
        .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "");
  }

  private static SqsClient client(SqsEmulator emulator) {
    return SqsClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(LocalCredentials.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
