package io.github.idols.cloud;

import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes buckets and queues on servers that come without them, as template.yaml has them. */
final class Elsewhere {
  private Elsewhere() {}

  /** A bucket that pages of any origin may use. */
  static void createBucket(S3Client s3, String bucket) {
    s3.createBucket(create -> create.bucket(bucket));
    CORSRule anybody =
        CORSRule.builder()
            .allowedOrigins("*")
            .allowedMethods("GET", "HEAD", "PUT")
            .allowedHeaders("*")
            .exposeHeaders("ETag", "Content-Range")
            .maxAgeSeconds(3600)
            .build();
    s3.putBucketCors(put -> put.bucket(bucket).corsConfiguration(cors -> cors.corsRules(anybody)));
  }

  /** A queue with its dead letters; gives its address. */
  static String createQueue(SqsClient sqs, String name) {
    String letters = sqs.createQueue(create -> create.queueName(name + "-dead-letters")).queueUrl();
    String arn =
        Objects.requireNonNull(
            sqs.getQueueAttributes(
                    get -> get.queueUrl(letters).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
    String redrive = "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"4\"}";
    return sqs.createQueue(
            create ->
                create
                    .queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "60",
                            QueueAttributeName.REDRIVE_POLICY,
                            redrive)))
        .queueUrl();
  }
}
