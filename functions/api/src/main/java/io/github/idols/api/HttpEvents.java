package io.github.idols.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.idols.core.access.Secret;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests and answers in the form that API Gateway gives and takes (payload format 2.0). */
final class HttpEvents {
  /** What stands before every path of docs/openapi.yaml. */
  static final String BASE = "/api";

  /** Beginning of the paths of share links, which stand beside the API. */
  static final String SHARED = "/v/";

  /**
   * Where the page is for whoever asks, as the one before the API says it who knows: CloudFront, or
   * the web server of one machine.
   */
  static final String ORIGIN = "x-page-origin";

  private static final Pattern IS_ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

  /** Answers are for one client at one time, and are nothing that a browser should show. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "cache-control", "no-store",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "x-content-type-options", "nosniff");

  /**
   * Which of these a page does not get here, but from whoever serves all of the site: it must be
   * the same policy for the page, however it is reached.
   */
  private static final Set<String> OF_THE_PAGE =
      Set.of("content-security-policy", "referrer-policy");

  private static final String BEARER = "bearer ";

  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build()
          .writer();

  private HttpEvents() {}

  static String method(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext().getHttp().getMethod();
  }

  /**
   * The path as docs/openapi.yaml writes it, without the stage and what the API's all begin with.
   */
  static String path(APIGatewayV2HTTPEvent event) {
    String stage = "/" + event.getRequestContext().getStage();
    String path = event.getRawPath();
    String inStage = path.startsWith(stage + "/") ? path.substring(stage.length()) : path;
    if (inStage.startsWith(SHARED)) {
      return inStage;
    }
    String inApi = inStage.startsWith(BASE + "/") ? inStage.substring(BASE.length()) : "";
    return inApi.startsWith(SHARED) ? "" : inApi;
  }

  /** Where the page is, as {@code https://idols.example}, if somebody said so. */
  static Optional<String> origin(APIGatewayV2HTTPEvent event) {
    return header(event, ORIGIN).filter(value -> IS_ORIGIN.matcher(value).matches());
  }

  /** The secret that was shown, if it has the form of one. */
  static Optional<Secret> secret(APIGatewayV2HTTPEvent event) {
    return header(event, "authorization")
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(Secret::isSecret)
        .map(Secret::new);
  }

  static Body body(APIGatewayV2HTTPEvent event) {
    return new Body(
        header(event, "content-type"),
        Optional.ofNullable(event.getBody()).orElse(""),
        event.getIsBase64Encoded());
  }

  static APIGatewayV2HTTPResponse response(Reply reply) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    if (reply.body().orElse("") instanceof Html html) {
      headers.keySet().removeAll(OF_THE_PAGE);
      headers.putAll(
          Map.of("content-type", "text/html; charset=utf-8", "cache-control", "no-cache"));
      return response(reply, headers, html.text());
    }
    if (reply.body().orElse("") instanceof Jpeg jpeg) {
      headers.put("content-type", "image/jpeg");
      APIGatewayV2HTTPResponse picture =
          response(reply, headers, Base64.getEncoder().encodeToString(jpeg.file()));
      picture.setIsBase64Encoded(true);
      return picture;
    }
    reply.body().ifPresent(body -> headers.put("content-type", "application/json"));
    return response(reply, headers, reply.body().map(HttpEvents::json).orElse(""));
  }

  private static APIGatewayV2HTTPResponse response(
      Reply reply, Map<String, String> headers, String body) {
    headers.putAll(reply.headers());
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(reply.status())
        .withHeaders(headers)
        .withBody(body)
        .build();
  }

  /** API Gateway writes names of headers small; other senders may not. */
  private static Optional<String> header(APIGatewayV2HTTPEvent event, String name) {
    return Optional.ofNullable(event.getHeaders()).orElse(Map.of()).entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }
}
