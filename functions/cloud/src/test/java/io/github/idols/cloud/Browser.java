package io.github.idols.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Sends what a page would send, with no credentials of its own. */
final class Browser {
  private final HttpClient http = HttpClient.newHttpClient();

  HttpResponse<byte[]> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).build());
  }

  HttpResponse<byte[]> put(URI uri, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  static URI withoutQuery(URI uri) {
    String text = uri.toString();
    return URI.create(text.substring(0, text.indexOf('?')));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
