package io.github.idols.local.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page and its API on one port of 127.0.0.1. Requests that name another host are turned away,
 * so that no page from elsewhere can speak to it through the browser.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private static final int THREADS = 16;
  private static final int BACKLOG = 64;

  /** More than the largest request that the API knows. */
  private static final int LARGEST_BODY = 1 << 20;

  /** Beginning of the paths that any site may show in a frame. */
  private static final String EMBED = "/embed/";

  /** Share links: the API puts into the page what chats show of them. */
  private static final Pattern SHARED = Pattern.compile("/v/[^/]+(/preview\\.jpg)?");

  /** How the addresses of share links begin: a video's, and a gallery's. */
  private static final List<String> VIEWS = List.of("/v/", "/g/");

  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String NO_PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Nothing here</title>
      <h1>There is nothing here</h1>
      <p><a href="/">Label a music video</a>
      </html>
      """;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private WebServer(HttpServer server, ThreadPoolExecutor threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Takes a port; requests wait until it is started.
   *
   * @param port on 127.0.0.1, or 0 for a free one
   * @throws java.net.BindException when the port is taken
   */
  public static WebServer bind(int port) throws IOException {
    InetAddress here = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), BACKLOG);
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "web " + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    return new WebServer(server, threads);
  }

  /** Where it listens: {@code http://127.0.0.1:8787}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The page's origins, as browsers name them. */
  public List<String> origins() {
    int port = server.getAddress().getPort();
    return List.of("http://127.0.0.1:" + port, "http://localhost:" + port);
  }

  /**
   * Begins to answer.
   *
   * @param api gets a request as API Gateway sends it, and gives the answer; both JSON
   * @param config what {@code /config.json} says
   * @param files where the page's videos and pictures come from and go to
   */
  public void start(Site site, UnaryOperator<byte[]> api, Supplier<byte[]> config, URI files) {
    int port = server.getAddress().getPort();
    Routes routes =
        new Routes(site, api, config, files, Set.of("127.0.0.1:" + port, "localhost:" + port));
    server.createContext("/", routes::handle);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** What is answered to what. */
  private record Routes(
      Site site, UnaryOperator<byte[]> api, Supplier<byte[]> config, URI files, Set<String> hosts) {

    void handle(HttpExchange exchange) throws IOException {
      try (exchange) {
        try {
          route(exchange);
        } catch (RuntimeException e) {
          LOG.error(
              "{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
          if (exchange.getResponseCode() < 0) {
            apiError(exchange, 500, "internal", "Something went wrong here. Try it again.");
          }
        }
      }
    }

    private void route(HttpExchange exchange) throws IOException {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String path = exchange.getRequestURI().getPath();
      if (host == null || !hosts.contains(host)) {
        send(exchange, 421, PLAIN, "This is not " + host + ".\n");
      } else if (path == null) {
        send(exchange, 400, PLAIN, "There is no such address.\n");
      } else if (path.startsWith("/api/")) {
        api(exchange);
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, PLAIN, "This can only be read.\n");
      } else if (SHARED.matcher(path).matches()) {
        protect(exchange, false);
        api(exchange);
      } else if (path.equals("/config.json")) {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(exchange, 200, "application/json", config.get());
      } else {
        boolean framed = path.startsWith(EMBED);
        boolean view = VIEWS.stream().anyMatch(path::startsWith) || path.equals("/") || framed;
        page(exchange, site.find(view ? Site.PAGE : path), framed);
      }
    }

    private void api(HttpExchange exchange) throws IOException {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        exchange.getResponseHeaders().set("Connection", "close");
        apiError(exchange, 413, "too_large", "That is too much at once.");
        return;
      }
      HttpEvent.Answer answer = HttpEvent.answer(api.apply(HttpEvent.of(exchange, body)));
      Headers headers = exchange.getResponseHeaders();
      answer.headers().forEach(headers::put);
      headers.set("X-Content-Type-Options", "nosniff");
      if (!headers.containsKey("Cache-Control")) {
        headers.set("Cache-Control", "no-store");
      }
      respond(exchange, answer.status(), answer.body());
    }

    private void apiError(HttpExchange exchange, int status, String code, String sentence)
        throws IOException {
      send(
          exchange,
          status,
          "application/json",
          "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + sentence + "\"}}");
    }

    private void page(HttpExchange exchange, Optional<Site.Asset> found, boolean framed)
        throws IOException {
      Headers headers = exchange.getResponseHeaders();
      protect(exchange, framed);
      if (found.isEmpty()) {
        headers.set("Cache-Control", "no-store");
        send(exchange, 404, "text/html; charset=utf-8", NO_PAGE);
        return;
      }
      Site.Asset asset = found.get();
      headers.set(
          "Cache-Control", asset.immutable() ? "public, max-age=31536000, immutable" : "no-cache");
      headers.set("ETag", asset.etag());
      if (asset.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        respond(exchange, 304, new byte[0]);
      } else {
        send(exchange, 200, asset.type(), asset.content());
      }
    }

    /** Headers of the page and its files; the API's own take their place where it has some. */
    private void protect(HttpExchange exchange, boolean framed) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Security-Policy", contentSecurityPolicy(framed ? "*" : "'none'"));
      headers.set("Referrer-Policy", "no-referrer");
      if (!framed) {
        headers.set("X-Frame-Options", "DENY");
      }
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }

    /**
     * Everything comes from here, but for the videos and pictures.
     *
     * @param framedBy which sites may show the page in a frame
     */
    private String contentSecurityPolicy(String framedBy) {
      return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
          + " connect-src 'self' "
          + files
          + "; img-src 'self' data: blob: "
          + files
          + "; media-src 'self' blob: "
          + files
          + "; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
          + framedBy;
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
        throws IOException {
      send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
        throws IOException {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      respond(exchange, status, body);
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
      boolean bodiless =
          exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
      if (bodiless && status != 204 && status != 304) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
      if (!bodiless && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
