package io.github.idols.emulators;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.concurrent.Await;
import scala.concurrent.Awaitable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * SQS in memory: ElasticMQ behind a free port of 127.0.0.1. Messages are gone when it is closed.
 *
 * <p>Safe for use by many threads.
 */
public final class SqsEmulator implements AutoCloseable {
  /** A few actors on a machine that has better things to do; and not a word on the terminal. */
  private static final String SETTINGS =
      """
      pekko {
        loglevel = "OFF"
        stdout-loglevel = "OFF"
        log-dead-letters = off
        daemonic = on
        jvm-shutdown-hooks = off
        coordinated-shutdown.run-by-jvm-shutdown-hook = off
        actor.default-dispatcher.fork-join-executor {
          parallelism-min = 2
          parallelism-max = 2
        }
      }
      """;

  private static final scala.concurrent.duration.Duration PATIENCE =
      scala.concurrent.duration.Duration.create(20, TimeUnit.SECONDS);

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient client;

  private SqsEmulator(ActorSystem actors, SQSRestServer server, URI endpoint, SqsClient client) {
    this.actors = actors;
    this.server = server;
    this.endpoint = endpoint;
    this.client = client;
  }

  /**
   * A work queue and where its messages go that nobody could handle.
   *
   * @param url of the work queue
   * @param deadLetterUrl of the queue for the others
   */
  public record Queue(String url, String deadLetterUrl) {}

  /**
   * Starts it, without queues.
   *
   * @throws EmulatorException where it cannot listen
   */
  public static SqsEmulator start() {
    ClassLoader loader = SqsEmulator.class.getClassLoader();
    Config settings =
        ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader)).resolve();
    ActorSystem actors = ActorSystem.create("sqs", settings, loader);
    SQSRestServer server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(LocalCredentials.REGION)
            .start();
    try {
      URI endpoint =
          URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
      SqsClient client =
          SqsClient.builder()
              .endpointOverride(endpoint)
              .region(Region.of(LocalCredentials.REGION))
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsBasicCredentials.create(
                          LocalCredentials.DEFAULT.accessKey(),
                          LocalCredentials.DEFAULT.secretKey())))
              .httpClient(UrlConnectionHttpClient.create())
              .build();
      return new SqsEmulator(actors, server, endpoint, client);
    } catch (RuntimeException e) {
      await(actors.terminate());
      throw new EmulatorException(
          "The local SQS could not be started (" + e.getMessage() + ").", e);
    }
  }

  /** Where it listens, as in {@code http://127.0.0.1:40123}. It takes any credentials. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Makes a queue, and one named {@code <name>-dlq} for what nobody could handle.
   *
   * @param name letters, digits, {@code -} and {@code _}
   * @param visibility how long a message that was received stays hidden from others; whole seconds
   * @param maxReceiveCount how often a message is handed out before it goes to the other queue
   */
  public Queue createQueue(String name, Duration visibility, int maxReceiveCount) {
    String dead = client.createQueue(request -> request.queueName(name + "-dlq")).queueUrl();
    String arn =
        client
            .getQueueAttributes(
                request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String redrive =
        "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":" + maxReceiveCount + "}";
    String url =
        client
            .createQueue(
                request ->
                    request
                        .queueName(name)
                        .attributes(
                            Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                Long.toString(visibility.toSeconds()),
                                QueueAttributeName.REDRIVE_POLICY,
                                redrive)))
            .queueUrl();
    return new Queue(url, dead);
  }

  /** Ends it and all of its threads; who is waiting for a message is cut off. */
  @Override
  public void close() {
    client.close();
    await(server.waitUntilStarted().unbind());
    await(actors.terminate());
  }

  private static void await(Awaitable<?> end) {
    try {
      Await.ready(end, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      throw new IllegalStateException("the local SQS does not end", e);
    }
  }
}
