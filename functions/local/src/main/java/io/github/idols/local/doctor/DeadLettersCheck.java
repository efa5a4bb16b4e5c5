package io.github.idols.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether anything was tried in vain. Needs credentials that may read the queues' attributes. */
public final class DeadLettersCheck implements Check {
  private static final String TOPIC = "dead letters";

  private final Supplier<SqsClient> sqs;
  private final List<String> queues;

  /**
   * @param sqs gives a client that stays the caller's; where there is no region it throws
   * @param queues addresses of the queues
   */
  public DeadLettersCheck(Supplier<SqsClient> sqs, List<String> queues) {
    this.sqs = sqs;
    this.queues = List.copyOf(queues);
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (String queue : queues) {
      try {
        findings.add(look(queue));
      } catch (SdkClientException e) {
        // The same for all of them.
        return List.of(
            new Finding.Unknown(
                TOPIC, "not looked at, without AWS credentials and a region: " + first(e)));
      } catch (SdkException e) {
        findings.add(
            new Finding.Wrong(
                TOPIC,
                name(queue) + " cannot be looked at: " + first(e),
                "Look whether the outputs are those of this stack, and whether the credentials"
                    + " allow sqs:GetQueueAttributes."));
      }
    }
    return findings;
  }

  private Finding look(String queue) {
    String count =
        sqs.get()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
    return count.equals("0")
        ? new Finding.Good(TOPIC, name(queue) + " is empty")
        : new Finding.Wrong(
            TOPIC,
            name(queue) + " has " + count,
            "Read the function's log for the reason, put it right, then redrive them"
                + " (docs/operations.md).");
  }

  private static String name(String queue) {
    return queue.substring(queue.lastIndexOf('/') + 1);
  }

  private static String first(SdkException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
