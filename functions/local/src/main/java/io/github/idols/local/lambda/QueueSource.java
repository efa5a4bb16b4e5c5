package io.github.idols.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Messages of a queue, one in an event. A message stays hidden from others as long as somebody
 * works on it; what failed comes back soon, and later each time.
 */
final class QueueSource implements EventSource {
  private static final Logger LOG = LoggerFactory.getLogger(QueueSource.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The longest that SQS has: who waits costs nothing. */
  private static final int WAIT_SECONDS = 20;

  private final SqsClient sqs;
  private final LambdaHost.Queue queue;
  private final ScheduledExecutorService timer;

  QueueSource(SqsClient sqs, LambdaHost.Queue queue, ScheduledExecutorService timer) {
    this.sqs = sqs;
    this.queue = queue;
    this.timer = timer;
  }

  @Override
  public Optional<Delivery> next() throws InterruptedException {
    return sqs
        .receiveMessage(
            request ->
                request
                    .queueUrl(queue.url())
                    .maxNumberOfMessages(1)
                    .waitTimeSeconds(WAIT_SECONDS)
                    .visibilityTimeout(seconds(queue.visibility()))
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages()
        .stream()
        .findFirst()
        .map(Received::new);
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }

  private final class Received implements Delivery {
    private final Message message;
    private final ScheduledFuture<?> heartbeat;

    Received(Message message) {
      this.message = message;
      long period = queue.visibility().toMillis() / 3;
      this.heartbeat =
          timer.scheduleAtFixedRate(this::stayHidden, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public byte[] event() {
      ObjectNode event = JSON.createObjectNode();
      ObjectNode entry = event.putArray("Records").addObject();
      entry.put("messageId", message.messageId());
      entry.put("receiptHandle", message.receiptHandle());
      entry.put("body", message.body());
      ObjectNode attributes = entry.putObject("attributes");
      message.attributesAsStrings().forEach(attributes::put);
      entry.putObject("messageAttributes");
      entry.put("md5OfBody", message.md5OfBody());
      entry.put("eventSource", "aws:sqs");
      entry.put("eventSourceARN", Arn.of("sqs", queue.name()));
      entry.put("awsRegion", Arn.REGION);
      try {
        return JSON.writeValueAsBytes(event);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("text can always be written as JSON", e);
      }
    }

    @Override
    public void succeeded(byte[] answer) {
      if (isReportedAsFailed(answer)) {
        LOG.info("a message of {} has to come again: {}", queue.name(), message.body());
        comeAgain();
      } else {
        heartbeat.cancel(false);
        sqs.deleteMessage(
            request -> request.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
      }
    }

    /** By the rules of ReportBatchItemFailures: one entry that is not understood fails all. */
    private boolean isReportedAsFailed(byte[] answer) {
      try {
        JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
        return !failures.isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException("the answer is no JSON", e);
      }
    }

    @Override
    public void failed(Throwable why) {
      comeAgain();
    }

    private void comeAgain() {
      heartbeat.cancel(false);
      changeVisibility(delay());
    }

    private Duration delay() {
      int received =
          Integer.parseInt(
              message
                  .attributes()
                  .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
      return queue.firstDelay().multipliedBy(1L << Math.min(received - 1, 6));
    }

    private void stayHidden() {
      try {
        changeVisibility(queue.visibility());
      } catch (SdkException e) {
        LOG.warn("a message of {} may come twice", queue.name(), e);
      }
    }

    private void changeVisibility(Duration hidden) {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(queue.url())
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(seconds(hidden)));
    }
  }
}
