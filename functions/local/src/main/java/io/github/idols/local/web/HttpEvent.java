package io.github.idols.local.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests and answers in the forms that API Gateway's HTTP APIs have, payload version 2.0. */
final class HttpEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Of a request: what goes on the way of the connection is not the function's. */
  private static final List<String> OF_THE_CONNECTION =
      List.of("connection", "keep-alive", "transfer-encoding", "upgrade");

  private HttpEvent() {}

  /**
   * An answer.
   *
   * @param headers names and values, as the function gave them
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

  /** A request as JSON. */
  static byte[] of(HttpExchange exchange, byte[] body) {
    Headers headers = exchange.getRequestHeaders();
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", path);
    event.put("rawQueryString", query == null ? "" : query);
    ObjectNode sent = event.putObject("headers");
    headers.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!lower.equals("cookie") && !OF_THE_CONNECTION.contains(lower)) {
            sent.put(lower, String.join(",", values));
          }
        });
    // Whatever the client says of it: the server has looked at the host.
    sent.put("x-page-origin", "http://" + headers.getFirst("Host"));
    if (headers.containsKey("Cookie")) {
      event.putArray("cookies").add(headers.getFirst("Cookie"));
    }
    if (query != null && !query.isEmpty()) {
      ObjectNode parameters = event.putObject("queryStringParameters");
      parameters(query).forEach((name, values) -> parameters.put(name, values));
    }
    context(event.putObject("requestContext"), exchange, path);
    if (body.length > 0) {
      boolean text = isText(headers.getFirst("Content-Type"));
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
      event.put("isBase64Encoded", !text);
    } else {
      event.put("isBase64Encoded", false);
    }
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }

  private static void context(ObjectNode context, HttpExchange exchange, String path) {
    Instant now = Instant.now();
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    String agent = headers.getFirst("User-Agent");
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    context.put("domainName", host == null ? "" : host);
    context.put("domainPrefix", "local");
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.getRequestMethod());
    http.put("path", path);
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
    http.put("userAgent", agent == null ? "" : agent);
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", "$default");
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private static boolean isText(@Nullable String type) {
    if (type == null) {
      return false;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("text/")
        || lower.startsWith("application/json")
        || lower.startsWith("application/xml")
        || lower.startsWith("application/javascript");
  }

  /** Several values of one name stand behind each other, with commas. */
  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      parameters.merge(name, value, (before, next) -> before + "," + next);
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A lone percent sign stands for itself.
      return text;
    }
  }

  /**
   * Reads an answer.
   *
   * @throws IOException when it is none
   */
  static Answer answer(byte[] json) throws IOException {
    JsonNode answer = JSON.readTree(json);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    int status = answer.path("statusCode").asInt();
    if (status < 200 || status > 599) {
      throw new IOException("the function's answer has no status");
    }
    String body = answer.path("body").asText("");
    return new Answer(
        status,
        headers,
        answer.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }
}
