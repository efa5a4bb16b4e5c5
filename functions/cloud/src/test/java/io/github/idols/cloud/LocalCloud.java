package io.github.idols.cloud;

import io.github.idols.emulators.DynamoEmulator;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.emulators.S3Emulator;
import io.github.idols.emulators.SqsEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The product's buckets, tables and queues, once for all tests: on emulators, or on the servers
 * that {@code AWS_ENDPOINT_URL_S3}, {@code _SQS} and {@code _DYNAMODB} name (or the SDK's
 * properties of the same meaning, as {@code aws.endpointUrlS3}), which must have none of them yet.
 */
public final class LocalCloud implements AutoCloseable {
  /** Tag of tests that need buckets which are closed to strangers: LocalStack lets anybody read. */
  static final String PRIVATE = "private";

  private static final List<String> BUCKETS = List.of("uploads", "results", "site");

  /** Close what was started; the youngest first. */
  private final Deque<Runnable> closers = new ArrayDeque<>();

  private final Path folder;
  private final AwsClients.Servers servers;
  private final Cloud cloud;

  private LocalCloud() throws IOException {
    folder = Files.createTempDirectory("idols-cloud");
    Optional<URI> s3 = endpoint("S3");
    Optional<URI> sqs = endpoint("Sqs");
    Optional<SqsEmulator> queues = sqs.isPresent() ? Optional.empty() : Optional.of(startSqs());
    servers =
        new AwsClients.Servers(
            s3.isPresent() ? DefaultCredentialsProvider.builder().build() : credentials(),
            LocalCredentials.REGION,
            s3.orElseGet(this::startS3),
            sqs.orElseGet(() -> queues.orElseThrow().endpoint()),
            endpoint("Dynamodb").orElseGet(this::startDynamo));
    AwsClients clients = AwsClients.of(servers);
    if (s3.isPresent()) {
      BUCKETS.forEach(bucket -> Elsewhere.createBucket(clients.s3(), bucket));
    }
    Function<String, String> queue =
        queues.isPresent()
            ? name -> queues.get().createQueue(name, Duration.ofMinutes(1), 4).url()
            : name -> Elsewhere.createQueue(clients.sqs(), name);
    Map<Settings.Name, String> settings = new EnumMap<>(Settings.Name.class);
    settings.put(Settings.Name.UPLOADS_BUCKET, "uploads");
    settings.put(Settings.Name.RESULTS_BUCKET, "results");
    settings.put(Settings.Name.SITE_BUCKET, "site");
    settings.put(Settings.Name.JOBS_TABLE, "jobs");
    settings.put(Settings.Name.GALLERIES_TABLE, "galleries");
    settings.put(Settings.Name.RECOGNIZE_QUEUE_URL, queue.apply("recognize"));
    settings.put(Settings.Name.RENDER_QUEUE_URL, queue.apply("render"));
    settings.put(Settings.Name.STITCH_QUEUE_URL, queue.apply("stitch"));
    cloud = new Cloud(clients, Settings.of(settings));
    closers.push(cloud::close);
    TableDefinitions.createJobs(clients.dynamo(), "jobs");
    TableDefinitions.createGalleries(clients.dynamo(), "galleries");
  }

  private SqsEmulator startSqs() {
    SqsEmulator emulator = SqsEmulator.start();
    closers.push(emulator::close);
    return emulator;
  }

  private URI startDynamo() {
    DynamoEmulator emulator = DynamoEmulator.start(folder.resolve("dynamo"));
    closers.push(emulator::close);
    return emulator.endpoint();
  }

  private URI startS3() {
    S3Emulator emulator =
        S3Emulator.start(
            folder.resolve("s3"),
            0,
            BUCKETS,
            List.of("*"),
            created -> {},
            LocalCredentials.DEFAULT);
    closers.push(emulator::close);
    return emulator.endpoint();
  }

  private static AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            LocalCredentials.DEFAULT.accessKey(), LocalCredentials.DEFAULT.secretKey()));
  }

  /** Where a service is, if it is elsewhere. */
  private static Optional<URI> endpoint(String service) {
    String variable = "AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(System.getProperty("aws.endpointUrl" + service))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .map(URI::create);
  }

  /** All ports on them. */
  public Cloud cloud() {
    return cloud;
  }

  public AwsClients clients() {
    return cloud.clients();
  }

  public AwsClients.Servers servers() {
    return servers;
  }

  /** One of the names that the cloud works with. */
  public String setting(Settings.Name name) {
    return cloud.settings().get(name);
  }

  @Override
  public void close() throws IOException {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands it to the constructors of tests. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == LocalCloud.class;
    }

    @Override
    public LocalCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(LocalCloud.class))
          .getOrComputeIfAbsent(
              LocalCloud.class,
              key -> {
                try {
                  return new LocalCloud();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              LocalCloud.class);
    }
  }
}
