package io.github.idols.localstack;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack on 127.0.0.1: in a container where there is Docker, else as a process ("host mode").
 */
final class LocalStack implements AutoCloseable {
  /** The last one that asks for no account. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private static final String SERVICES = "s3,sqs,cloudformation";
  private static final int PATIENCE_SECONDS = 120;

  private final URI endpoint;
  private final String how;
  private final Runnable end;

  private LocalStack(URI endpoint, String how, Runnable end) {
    this.endpoint = endpoint;
    this.how = how;
    this.end = end;
  }

  /**
   * Starts it.
   *
   * @param target the build's folder, in which the host mode's Python tools are
   */
  static LocalStack start(Path target) throws IOException, InterruptedException {
    Path python = target.resolve("localstack/bin/python");
    if (Files.exists(python)) {
      return process(python, target);
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return container();
    }
    throw new IllegalStateException(
        "There is neither Docker nor Python 3.13 here, one of which LocalStack needs: install one"
            + " of them, or build without -Plocalstack.");
  }

  @SuppressWarnings("resource") // Closed with this.
  private static LocalStack container() {
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withEnv("SERVICES", SERVICES)
            .withEnv("S3_SKIP_SIGNATURE_VALIDATION", "0");
    container.start();
    return new LocalStack(container.getEndpoint(), IMAGE, container::stop);
  }

  private static LocalStack process(Path python, Path target)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String address = "127.0.0.1:" + port;
    Path files = Files.createDirectories(target.resolve("localstack-files"));
    Map<String, String> settings = new HashMap<>();
    // In a container of another kind it would take itself for its own image, and write into
    // /var/lib.
    settings.put("OVERRIDE_IN_DOCKER", "0");
    settings.put("FILESYSTEM_ROOT", files.toString());
    settings.put("GATEWAY_LISTEN", address);
    // The usual server ignores the host, and would listen to the whole network.
    settings.put("GATEWAY_SERVER", "hypercorn");
    settings.put("LOCALSTACK_HOST", address);
    settings.put("SQS_ENDPOINT_STRATEGY", "path");
    settings.put("S3_SKIP_SIGNATURE_VALIDATION", "0");
    settings.put("DNS_ADDRESS", "0");
    settings.put("DISABLE_EVENTS", "1");
    settings.put("SKIP_SSL_CERT_DOWNLOAD", "1");
    settings.put("SERVICES", SERVICES);
    settings.put("EAGER_SERVICE_LOADING", "1");
    settings.put("NO_PROXY", "127.0.0.1,localhost");
    settings.put("no_proxy", "127.0.0.1,localhost");
    Path log = target.resolve("localstack.log");
    ProcessBuilder builder =
        new ProcessBuilder(python.toString(), "-m", "localstack.runtime.main")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(settings);
    Process process = builder.start();
    LocalStack localStack =
        new LocalStack(
            URI.create("http://" + address), "a process, Python 3.13", () -> end(process));
    try {
      localStack.awaitReady(process, log);
      return localStack;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      end(process);
      throw e;
    }
  }

  private void awaitReady(Process process, Path log) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/_localstack/health")).build();
    for (int i = 0; i < PATIENCE_SECONDS * 4 && process.isAlive(); i++) {
      try {
        if (http.send(health, BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Nobody listens yet.
      }
      Thread.sleep(250);
    }
    throw new IllegalStateException("LocalStack does not start: " + Files.readString(log));
  }

  /** It does not always end when it is asked to. */
  private static void end(Process process) {
    process.destroy();
    try {
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  URI endpoint() {
    return endpoint;
  }

  /** What is running. */
  String how() {
    return how;
  }

  @Override
  public void close() {
    end.run();
  }
}
