package io.github.idols.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * ministack, an emulator of AWS, on a free port of 127.0.0.1. It runs functions whose runtime is
 * {@code provided.al2023} as processes of this machine. Closing it ends these, too.
 */
final class Ministack implements AutoCloseable {
  private static final String KEY = "test";
  private static final String REGION = "us-east-1";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final URI endpoint;

  private Ministack(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts it.
   *
   * @param environment the virtual environment that has it
   * @param folder for its log and for what functions write
   */
  static Ministack start(Path environment, Path folder) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    Map<String, String> settings = new HashMap<>(account(endpoint));
    settings.put("GATEWAY_PORT", Integer.toString(port));
    settings.put("BIND_HOST", "127.0.0.1");
    settings.put("MINISTACK_HOST", "127.0.0.1");
    settings.put("TMPDIR", folder.toAbsolutePath().toString());
    // What functions get besides what the template says: an emulator's buckets are named in paths.
    settings.put("S3_PATH_STYLE", "true");
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    Path log = folder.resolve("ministack.log");
    Process process =
        Tool.start(List.of(Tool.program(environment, "python"), "-m", "ministack"), settings, log);
    Ministack ministack = new Ministack(process, endpoint);
    try {
      ministack.awaitReady(log);
      return ministack;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      ministack.close();
      throw e;
    }
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/_ministack/health")).build();
    for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
      try {
        if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Nobody listens yet.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("ministack does not start: " + Files.readString(log));
  }

  URI endpoint() {
    return endpoint;
  }

  /** Environment of programs that are to take it for AWS. */
  Map<String, String> account() {
    return account(endpoint);
  }

  private static Map<String, String> account(URI endpoint) {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint.toString(),
        "AWS_ACCESS_KEY_ID", KEY,
        "AWS_SECRET_ACCESS_KEY", KEY,
        "AWS_REGION", REGION,
        "AWS_DEFAULT_REGION", REGION,
        // Where the way to the network is a proxy, this one is none of its business.
        "NO_PROXY", "127.0.0.1,localhost",
        "no_proxy", "127.0.0.1,localhost");
  }

  /** A client that takes it for AWS. */
  <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
        .build();
  }

  @Override
  public void close() {
    List<ProcessHandle> functions = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    functions.forEach(ProcessHandle::destroyForcibly);
  }
}
