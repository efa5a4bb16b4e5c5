package io.github.idols.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network before the emulator: has an address that this machine knows, and hands requests on to
 * the emulated distribution, whose name no DNS knows. Requests for {@code /api/*} and for share
 * links go to the emulated HTTP API: the distribution would look for it at amazonaws.com.
 */
final class Edge implements AutoCloseable {
  /** Each connection has its own. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "date");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final URI emulator;
  private final String page;
  private final String api;

  private Edge(HttpServer server, URI emulator, String page, String api) {
    this.server = server;
    this.emulator = emulator;
    this.page = page;
    this.api = api;
  }

  /**
   * Starts it.
   *
   * @param page the distribution's host
   * @param api the API's id
   */
  static Edge start(URI emulator, String page, String api) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Edge edge = new Edge(server, emulator, page, api);
    server.setExecutor(edge.threads);
    server.createContext("/", edge::handle);
    server.start();
    return edge;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> answer = http.send(handedOn(exchange), BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
              });
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest handedOn(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    boolean isShared = path.matches("/v/[^/]+(/preview\\.jpg)?");
    boolean isApi = path.startsWith("/api/") || isShared;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(emulator.resolve(isApi ? "/_aws/execute-api/" + api + path : path));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    if (isShared) {
      request.header("X-Page-Origin", address().toString());
    }
    if (!isApi) {
      request.header("Host", page).header("X-Forwarded-Proto", "https");
    }
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readAllBytes();
      return request
          .method(
              exchange.getRequestMethod(),
              body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
          .build();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
