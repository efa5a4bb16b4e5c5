package io.github.idols.cloud;

import io.github.idols.emulators.DynamoEmulator;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.emulators.S3Emulator;
import io.github.idols.emulators.SqsEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The product's buckets, tables and queues on emulators, once for all tests. */
final class LocalCloud implements AutoCloseable {
  private final Path folder;
  private final S3Emulator s3;
  private final SqsEmulator sqs;
  private final DynamoEmulator dynamo;
  private final AwsClients.Servers servers;
  private final Cloud cloud;

  private LocalCloud() throws IOException {
    folder = Files.createTempDirectory("idols-cloud");
    s3 =
        S3Emulator.start(
            folder.resolve("s3"),
            0,
            List.of("uploads", "results"),
            List.of("*"),
            created -> {},
            LocalCredentials.DEFAULT);
    sqs = SqsEmulator.start();
    dynamo = DynamoEmulator.start(folder.resolve("dynamo"));
    Map<Settings.Name, String> settings = new EnumMap<>(Settings.Name.class);
    settings.put(Settings.Name.UPLOADS_BUCKET, "uploads");
    settings.put(Settings.Name.RESULTS_BUCKET, "results");
    settings.put(Settings.Name.JOBS_TABLE, "jobs");
    settings.put(Settings.Name.GALLERIES_TABLE, "galleries");
    settings.put(Settings.Name.RECOGNIZE_QUEUE_URL, queue("recognize"));
    settings.put(Settings.Name.RENDER_QUEUE_URL, queue("render"));
    settings.put(Settings.Name.STITCH_QUEUE_URL, queue("stitch"));
    servers =
        new AwsClients.Servers(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    LocalCredentials.DEFAULT.accessKey(), LocalCredentials.DEFAULT.secretKey())),
            LocalCredentials.REGION,
            s3.endpoint(),
            sqs.endpoint(),
            dynamo.endpoint());
    AwsClients clients = AwsClients.of(servers);
    cloud = new Cloud(clients, Settings.of(settings));
    TableDefinitions.createJobs(clients.dynamo(), "jobs");
    TableDefinitions.createGalleries(clients.dynamo(), "galleries");
  }

  private String queue(String name) {
    return sqs.createQueue(name, Duration.ofMinutes(1), 4).url();
  }

  Cloud cloud() {
    return cloud;
  }

  AwsClients clients() {
    return cloud.clients();
  }

  AwsClients.Servers servers() {
    return servers;
  }

  String setting(Settings.Name name) {
    return cloud.settings().get(name);
  }

  @Override
  public void close() throws IOException {
    cloud.close();
    s3.close();
    sqs.close();
    dynamo.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands it to the constructors of tests. */
  static final class Extension implements ParameterResolver {
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
