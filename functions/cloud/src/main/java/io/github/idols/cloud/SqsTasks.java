package io.github.idols.cloud;

import io.github.idols.cloud.Messages.ChunkTask;
import io.github.idols.cloud.Messages.FancamTask;
import io.github.idols.cloud.Messages.Step;
import io.github.idols.cloud.Messages.StepTask;
import io.github.idols.cloud.Messages.WholeTask;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.job.fancam.FancamTasks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Tasks as messages of three queues. Safe for use by several threads. */
public final class SqsTasks implements Tasks, FancamTasks {
  /** As many as SQS takes at once. */
  private static final int BATCH = 10;

  private static final int TRIES = 5;

  private final SqsClient sqs;
  private final String recognizeQueue;
  private final String renderQueue;
  private final String stitchQueue;

  /** Sends to queues with these URLs. */
  public SqsTasks(SqsClient sqs, String recognizeQueue, String renderQueue, String stitchQueue) {
    this.sqs = sqs;
    this.recognizeQueue = recognizeQueue;
    this.renderQueue = renderQueue;
    this.stitchQueue = stitchQueue;
  }

  /** Sends to the queue of whole jobs alone, and has no other. */
  static SqsTasks stitching(SqsClient sqs, String stitchQueue) {
    return new SqsTasks(sqs, "", "", stitchQueue);
  }

  @Override
  public void recognize(JobId id, Collection<Integer> chunks) {
    sendChunks(recognizeQueue, id, chunks, Optional.empty());
  }

  @Override
  public void render(JobId id, Collection<Integer> chunks) {
    sendChunks(renderQueue, id, chunks, Optional.empty());
  }

  @Override
  public void name(JobId id) {
    send(new StepTask(id, Step.NAME));
  }

  @Override
  public void join(JobId id) {
    send(new StepTask(id, Step.JOIN));
  }

  @Override
  public void stitch(JobId job, FancamId fancam) {
    send(new FancamTask(job, fancam));
  }

  @Override
  public void cut(JobId job, FancamId fancam, Collection<Integer> chunks) {
    sendChunks(renderQueue, job, chunks, Optional.of(fancam));
  }

  private void send(WholeTask task) {
    String message = Messages.encode(task);
    sqs.sendMessage(request -> request.queueUrl(stitchQueue).messageBody(message));
  }

  private void sendChunks(
      String queue, JobId id, Collection<Integer> chunks, Optional<FancamId> fancam) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>(chunks.size());
    for (int chunk : chunks) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(chunk))
              .messageBody(Messages.encode(new ChunkTask(id, chunk, fancam)))
              .build());
    }
    for (int from = 0; from < entries.size(); from += BATCH) {
      sendBatch(queue, entries.subList(from, Math.min(entries.size(), from + BATCH)));
    }
  }

  /** SQS may take some entries of a batch and not others; the SDK does not try those again. */
  private void sendBatch(String queue, List<SendMessageBatchRequestEntry> entries) {
    List<SendMessageBatchRequestEntry> left = entries;
    for (int attempt = 1; ; attempt++) {
      List<SendMessageBatchRequestEntry> batch = left;
      SendMessageBatchResponse response =
          sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(batch));
      if (response.failed().isEmpty()) {
        return;
      }
      BatchResultErrorEntry first = response.failed().get(0);
      if (attempt == TRIES || first.senderFault()) {
        throw new IllegalStateException(
            "A queue did not take %d of %d messages: %s"
                .formatted(response.failed().size(), entries.size(), first.message()));
      }
      List<String> failed = response.failed().stream().map(BatchResultErrorEntry::id).toList();
      left = batch.stream().filter(entry -> failed.contains(entry.id())).toList();
      Pause.after(attempt);
    }
  }
}
