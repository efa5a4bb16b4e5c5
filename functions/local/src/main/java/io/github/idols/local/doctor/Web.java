package io.github.idols.local.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Asks web servers; follows no redirects. Safe for use by several threads. */
public final class Web {
  /** Where a page comes from that is not the deployment's. */
  static final String STRANGER = "https://elsewhere.example";

  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** A function that starts cold takes some seconds. */
  private static final Duration ANSWERING = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What a server said. */
  record Answer(int status, HttpHeaders headers, String body) {
    /** A header's first value; empty where it is missing. */
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  Answer get(URI address, Map<String, String> headers) throws IOException {
    return ask("GET", address, headers);
  }

  /** What a browser asks before a page's script may send a request to another server. */
  Answer preflight(URI address, String origin, String method) throws IOException {
    return ask(
        "OPTIONS",
        address,
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", method,
            "Access-Control-Request-Headers", "content-type"));
  }

  private Answer ask(String method, URI address, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWERING)
            .method(method, HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Why there was no answer, in words that follow a colon. */
  static String why(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "there is no host of that name";
      }
      if (cause instanceof SSLException) {
        return "its certificate is not accepted (" + cause.getMessage() + ")";
      }
      if (cause instanceof HttpTimeoutException) {
        return "it does not answer in time";
      }
    }
    return e instanceof ConnectException
        ? "nobody listens there"
        : Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
