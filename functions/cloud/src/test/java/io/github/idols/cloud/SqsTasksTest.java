package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.cloud.Messages.ChunkTask;
import io.github.idols.cloud.Messages.FancamTask;
import io.github.idols.cloud.Messages.Step;
import io.github.idols.cloud.Messages.StepTask;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.fancam.FancamId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(LocalCloud.Extension.class)
class SqsTasksTest {
  private final LocalCloud cloud;
  private final JobId id = JobId.random(new SecureRandom());
  private final SqsTasks tasks;

  SqsTasksTest(LocalCloud cloud) {
    this.cloud = cloud;
    tasks = cloud.cloud().tasks();
  }

  private List<String> receiveAll(Settings.Name queue) {
    SqsClient sqs = cloud.clients().sqs();
    String url = cloud.setting(queue);
    List<String> bodies = new ArrayList<>();
    while (true) {
      List<Message> messages =
          sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10)).messages();
      if (messages.isEmpty()) {
        return bodies;
      }
      for (Message message : messages) {
        bodies.add(message.body());
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private Set<ChunkTask> chunks(int count) {
    return IntStream.range(0, count)
        .mapToObj(chunk -> new ChunkTask(id, chunk))
        .collect(Collectors.toSet());
  }

  @Test
  void sendsEachChunkOnce() {
    tasks.recognize(id, IntStream.range(0, 43).boxed().toList());
    tasks.render(id, IntStream.range(0, 10).boxed().toList());
    tasks.render(id, List.of());
    List<String> recognize = receiveAll(Settings.Name.RECOGNIZE_QUEUE_URL);
    List<String> render = receiveAll(Settings.Name.RENDER_QUEUE_URL);
    assertEquals(43, recognize.size());
    assertEquals(
        chunks(43), recognize.stream().map(Messages::chunkTask).collect(Collectors.toSet()));
    assertEquals(10, render.size());
    assertEquals(chunks(10), render.stream().map(Messages::chunkTask).collect(Collectors.toSet()));
  }

  @Test
  void sendsStepsToWhoStitches() {
    tasks.name(id);
    tasks.join(id);
    assertEquals(
        Set.of(new StepTask(id, Step.NAME), new StepTask(id, Step.JOIN)),
        receiveAll(Settings.Name.STITCH_QUEUE_URL).stream()
            .map(Messages::wholeTask)
            .collect(Collectors.toSet()));
  }

  @Test
  void sendsFancamsToWhoStitchesAndTheirChunksToWhoRenders() {
    FancamId fancam = FancamId.of("Lisa", 0);
    tasks.stitch(id, fancam);
    tasks.cut(id, fancam, List.of(0, 4));
    assertEquals(
        List.of(new FancamTask(id, fancam)),
        receiveAll(Settings.Name.STITCH_QUEUE_URL).stream().map(Messages::wholeTask).toList());
    assertEquals(
        Set.of(
            new ChunkTask(id, 0, Optional.of(fancam)), new ChunkTask(id, 4, Optional.of(fancam))),
        receiveAll(Settings.Name.RENDER_QUEUE_URL).stream()
            .map(Messages::chunkTask)
            .collect(Collectors.toSet()));
  }
}
