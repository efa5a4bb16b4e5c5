package io.github.idols.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page's server with the real page. */
@Timeout(30)
class WebServerTest {
  private static final String ANSWER =
      "{\"statusCode\":201,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{}\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    server = WebServer.bind(0);
    server.start(
        new Site(WebServerTest.class.getClassLoader(), "site"),
        request -> {
          events.add(request);
          if (new String(request, StandardCharsets.UTF_8).contains("/api/broken")) {
            throw new IllegalStateException("table jobs-4711 is not there");
          }
          return ANSWER.getBytes(StandardCharsets.UTF_8);
        },
        () -> "{\"api\":\"/api\"}".getBytes(StandardCharsets.UTF_8),
        URI.create("http://127.0.0.1:9"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsThePageAtItsRootAndBelowShareLinks() throws Exception {
    HttpResponse<String> root = get("/");
    assertEquals(200, root.statusCode());
    assertTrue(root.body().contains("<title>"), root.body());
    assertEquals(root.body(), get("/v/" + "A".repeat(22) + "/truth").body());
    assertEquals(404, get("/nothing.html").statusCode());
    assertEquals(404, get("/../pom.xml").statusCode());
  }

  @Test
  void shareLinksAreTheApisUnderTheHeadersOfThePage() throws Exception {
    HttpRequest link =
        request("/v/" + "A".repeat(22)).header("X-Page-Origin", "https://evil.example").build();
    HttpResponse<String> response = client.send(link, HttpResponse.BodyHandlers.ofString());

    assertEquals("{}", response.body(), "what the API answers");
    JsonNode sent = new ObjectMapper().readTree(events.take());
    assertEquals("/v/" + "A".repeat(22), sent.get("rawPath").asText());
    assertEquals(server.address().toString(), sent.at("/headers/x-page-origin").asText());
    HttpResponse<String> page = get("/");
    for (String name :
        List.of(
            "content-security-policy",
            "referrer-policy",
            "x-frame-options",
            "x-content-type-options",
            "cross-origin-opener-policy")) {
      assertEquals(header(page, name), header(response, name), name);
    }
  }

  @Test
  void browsersMayLoadNothingFromElsewhere() throws Exception {
    String policy = get("/").headers().firstValue("content-security-policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertTrue(policy.contains("media-src 'self' blob: http://127.0.0.1:9"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void anySiteMayFrameWhatIsToBeEmbeddedAndNothingElse() throws Exception {
    HttpResponse<String> embedded = get("/embed/" + "A".repeat(22));
    assertEquals(get("/").body(), embedded.body());
    String policy = header(embedded, "content-security-policy");
    assertTrue(policy.endsWith("; frame-ancestors *"), policy);
    assertTrue(embedded.headers().firstValue("x-frame-options").isEmpty());
    for (String path : List.of("/", "/v/" + "A".repeat(22), "/v/embed/", "/embed", "/icon.svg")) {
      String other = header(get(path), "content-security-policy");
      assertEquals(policy.replace("ancestors *", "ancestors 'none'"), other, path);
      assertEquals("DENY", header(get(path), "x-frame-options"), path);
    }
  }

  @Test
  void scriptsAreKeptForEverAndThePageIsAskedForAgain() throws Exception {
    String page = get("/").body();
    int from = page.indexOf("/assets/");
    HttpResponse<String> script = get(page.substring(from, page.indexOf('"', from)));
    assertEquals(200, script.statusCode());
    assertTrue(header(script, "cache-control").contains("immutable"));
    assertEquals("no-cache", header(get("/"), "cache-control"));

    HttpRequest again = request("/").header("If-None-Match", header(get("/"), "etag")).build();
    assertEquals(304, client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void handsTheApiTheEventThatApiGatewaySends() throws Exception {
    HttpRequest post =
        request("/api/galleries?x=1")
            .header("Authorization", "Bearer secret")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"미나\"}"))
            .build();
    HttpResponse<String> response = client.send(post, HttpResponse.BodyHandlers.ofString());

    assertEquals(201, response.statusCode());
    assertEquals("{}", response.body());
    assertEquals("no-store", header(response, "cache-control"));
    JsonNode sent = new ObjectMapper().readTree(events.take());
    assertEquals("2.0", sent.get("version").asText());
    assertEquals("/api/galleries", sent.get("rawPath").asText());
    assertEquals("x=1", sent.get("rawQueryString").asText());
    assertEquals("POST", sent.at("/requestContext/http/method").asText());
    assertEquals("Bearer secret", sent.at("/headers/authorization").asText());
    assertTrue(sent.get("body").asText().contains("미나"), sent.toString());
  }

  @Test
  void saysNothingOfWhatBroke() throws Exception {
    HttpResponse<String> response = get("/api/broken");
    assertEquals(500, response.statusCode());
    assertFalse(response.body().contains("4711"), response.body());
  }

  @Test
  void turnsAwayWhoNamesAnotherHost() throws Exception {
    // A page from elsewhere whose name was pointed at this machine.
    assertTrue(raw("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 421"));
    assertTrue(
        raw("GET /api/jobs/x HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 421"));
    assertEquals(0, events.size());
    String localhost = "localhost:" + server.address().getPort();
    assertTrue(raw("GET / HTTP/1.1\r\nHost: " + localhost + "\r\n\r\n").startsWith("HTTP/1.1 200"));
  }

  @Test
  void declinesWhatIsTooMuchAndWhatChangesThePage() throws Exception {
    HttpRequest huge =
        request("/api/galleries")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]))
            .build();
    assertEquals(413, client.send(huge, HttpResponse.BodyHandlers.ofString()).statusCode());
    HttpRequest put = request("/").PUT(HttpRequest.BodyPublishers.ofString("x")).build();
    assertEquals(405, client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aTakenPortIsNotShared() {
    assertThrows(BindException.class, () -> WebServer.bind(server.address().getPort()).close());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address().resolve(path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  /** The client of the JDK does not let a request name another host. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(in.readNBytes(20), StandardCharsets.US_ASCII);
    }
  }
}
