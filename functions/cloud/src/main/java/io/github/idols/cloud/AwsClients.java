package io.github.idols.cloud;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients, each made when it is first asked for: a function that uses no queue does not
 * wait for a client of queues. Safe for use by several threads.
 */
public final class AwsClients implements AutoCloseable {
  /**
   * Servers other than Amazon's, and what they take.
   *
   * @param s3 whose buckets are named in the path
   */
  public record Servers(
      AwsCredentialsProvider credentials, String region, URI s3, URI sqs, URI dynamo) {}

  private final Optional<Servers> servers;
  private final boolean pathStyle;
  private final Lazy<S3Client> s3 = new Lazy<>(this::makeS3);
  private final Lazy<S3Presigner> presigner = new Lazy<>(this::makePresigner);
  private final Lazy<SqsClient> sqs = new Lazy<>(() -> make(SqsClient.builder(), Servers::sqs));
  private final Lazy<DynamoDbClient> dynamo =
      new Lazy<>(() -> make(DynamoDbClient.builder(), Servers::dynamo));

  private AwsClients(Optional<Servers> servers, boolean pathStyle) {
    this.servers = servers;
    this.pathStyle = pathStyle;
  }

  /**
   * Clients for the account, the region and, where {@code AWS_ENDPOINT_URL} or its like is set, the
   * servers that the SDK finds in the environment by itself.
   */
  public static AwsClients ofEnvironment() {
    return new AwsClients(Optional.empty(), Settings.fromEnvironment().isPathStyle());
  }

  /** Clients for other servers than Amazon's. */
  public static AwsClients of(Servers servers) {
    return new AwsClients(Optional.of(servers), true);
  }

  public S3Client s3() {
    return s3.get();
  }

  public S3Presigner presigner() {
    return presigner.get();
  }

  public SqsClient sqs() {
    return sqs.get();
  }

  public DynamoDbClient dynamo() {
    return dynamo.get();
  }

  /** Closes those that were made. */
  @Override
  public void close() {
    s3.close();
    presigner.close();
    sqs.close();
    dynamo.close();
  }

  private S3Client makeS3() {
    // TLS vouches for what arrives; sums over every range and file would cost the workers CPU.
    return make(
        S3Client.builder()
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .forcePathStyle(pathStyle),
        Servers::s3);
  }

  private S3Presigner makePresigner() {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(pathStyle).build());
    servers.ifPresent(
        known ->
            builder
                .credentialsProvider(known.credentials())
                .region(Region.of(known.region()))
                .endpointOverride(known.s3()));
    return builder.build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C make(
      B builder, Function<Servers, URI> endpoint) {
    servers.ifPresent(
        known ->
            builder
                .credentialsProvider(known.credentials())
                .region(Region.of(known.region()))
                .endpointOverride(endpoint.apply(known)));
    return builder.httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }
}
