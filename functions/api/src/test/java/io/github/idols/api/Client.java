package io.github.idols.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.idols.cloud.Sample;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.InMemoryGalleries;
import io.github.idols.core.gallery.InMemoryPictureFiles;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.job.InMemoryJobFiles;
import io.github.idols.core.job.InMemoryJobs;
import io.github.idols.core.job.InMemoryLinks;
import io.github.idols.core.job.InMemoryTasks;
import io.github.idols.core.job.InMemoryVideoUploads;
import io.github.idols.core.job.fancam.FancamWork;
import io.github.idols.core.job.fancam.InMemoryFancamFiles;
import io.github.idols.core.job.fancam.InMemoryFancamTasks;
import io.github.idols.core.job.fancam.InMemoryFancams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends requests to a handler over stores in memory, in the form in which API Gateway hands them
 * over, and holds every answer to docs/openapi.yaml.
 */
final class Client {
  static final JsonMapper JSON = new JsonMapper();
  static final String NOBODYS_SECRET = "A".repeat(43);

  /** As a build might write it. */
  static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta name="description" content="Who is who." />
          <title>idols</title>
          <script type="module" crossorigin src="/assets/index-CuwK7IxB.js"></script>
        </head>
        <body><div id="app"></div></body>
      </html>
      """;

  private static final String SAMPLE = "api-get-gallery.json";

  final InMemoryGalleries galleries = new InMemoryGalleries();
  final InMemoryPictureFiles pictures = new InMemoryPictureFiles();
  final InMemoryJobs jobs = new InMemoryJobs();
  final InMemoryJobFiles files = new InMemoryJobFiles();
  final InMemoryVideoUploads uploads = new InMemoryVideoUploads();
  final InMemoryTasks tasks = new InMemoryTasks();
  final InMemoryFancams fancams = new InMemoryFancams(jobs);
  final InMemoryFancamFiles fancamFiles = new InMemoryFancamFiles();
  final InMemoryFancamTasks fancamTasks = new InMemoryFancamTasks();
  final Contract contract = new Contract();
  final Sample.Call call = new Sample.Call();
  final ApiPorts ports =
      new ApiPorts(
          galleries,
          pictures,
          jobs,
          files,
          uploads,
          tasks,
          new InMemoryLinks(),
          new FancamWork(fancams, fancamFiles, fancamTasks),
          (job, fancam, saveAs, valid) -> URI.create("memory:/" + fancam + "/" + saveAs),
          () -> PAGE,
          Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneOffset.UTC));
  private final ApiHandler handler = new ApiHandler(ports);

  /** What came back; the JSON is missing where there was no body, and a text where it is a page. */
  record Answer(int status, JsonNode json, Map<String, String> headers) {
    String text(String field) {
      return json.path(field).asText();
    }

    String error() {
      return json.path("error").path("code").asText() + ": " + message();
    }

    String message() {
      return json.path("error").path("message").asText();
    }
  }

  /** A gallery that a test has made. */
  record Made(String id, String secret) {
    String path() {
      return "/galleries/" + id;
    }
  }

  Answer get(String path) {
    return send("GET", path, Optional.empty(), Optional.empty());
  }

  Answer send(String method, String path, Optional<String> secret, Optional<String> body) {
    ObjectNode event = event(SAMPLE);
    event.put("rawPath", (path.startsWith(HttpEvents.SHARED) ? "" : HttpEvents.BASE) + path);
    event.withObject("/headers").put(HttpEvents.ORIGIN, "https://idols.example");
    event.withObject("/requestContext/http").put("method", method);
    secret.ifPresent(s -> event.withObject("/headers").put("authorization", "Bearer " + s));
    body.ifPresent(
        text -> {
          event.put("body", text);
          event.withObject("/headers").put("content-type", "application/json");
        });
    return send(event);
  }

  Answer send(ObjectNode event) {
    return send(handler, event);
  }

  Answer send(ApiHandler to, ObjectNode event) {
    String path = event.get("rawPath").asText();
    String method = event.at("/requestContext/http/method").asText();
    APIGatewayV2HTTPResponse response = to.handleRequest(read(event), call);
    JsonNode json =
        response.getHeaders().getOrDefault("content-type", "").matches("(text|image)/.*")
            ? TextNode.valueOf(response.getBody())
            : parse(response.getBody());
    String inApi =
        path.startsWith(HttpEvents.BASE) ? path.substring(HttpEvents.BASE.length()) : path;
    contract.checkAnswer(contract.operation(method, inApi), response.getStatusCode(), json);
    return new Answer(response.getStatusCode(), json, response.getHeaders());
  }

  /** A sample of {@code events/}, to be changed. */
  static ObjectNode event(String file) {
    try (InputStream json =
        Objects.requireNonNull(Client.class.getResourceAsStream("/" + file), file)) {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static APIGatewayV2HTTPEvent read(ObjectNode event) {
    return LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, Client.class.getClassLoader())
        .fromJson(new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode parse(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the answer is no JSON: " + body, e);
    }
  }

  /** A gallery as whoever made it sees it. */
  Answer show(Made gallery) {
    return send("GET", gallery.path(), Optional.of(gallery.secret()), Optional.empty());
  }

  Made gallery(String name) {
    Answer answer = send("POST", "/galleries", Optional.empty(), json("name", name));
    return new Made(answer.text("id"), answer.text("secret"));
  }

  String person(Made gallery, String name) {
    return send(
            "POST", gallery.path() + "/people", Optional.of(gallery.secret()), json("name", name))
        .text("id");
  }

  /** Announces one picture and puts it in its place. */
  PictureKey picture(Made gallery, String person, String file) {
    Answer answer =
        send(
            "POST",
            gallery.path() + "/people/" + person + "/pictures",
            Optional.of(gallery.secret()),
            Optional.of(
                "{\"pictures\":[{\"file\":\"%s\",\"type\":\"image/jpeg\",\"size\":3}]}"
                    .formatted(file)));
    PictureKey key =
        new PictureKey(
            new GalleryId(gallery.id()),
            new PersonId(person),
            new PictureId(answer.json().at("/pictures/0/id").asText()));
    pictures.put(key, new byte[] {1, 2, 3});
    return key;
  }

  /** A gallery of one person with one picture that counts. */
  Made usableGallery(String name, String person) {
    Made gallery = gallery(name);
    galleries.decide(
        picture(gallery, person(gallery, person), "1.jpg"),
        new PictureState.Taken(Embedding.of(1, 0), Optional.empty(), 48, 0.99, Optional.empty()));
    return gallery;
  }

  /** A job that waits for its video. */
  Answer job(Made gallery) {
    return send(
        "POST",
        "/jobs",
        Optional.of(gallery.secret()),
        Optional.of(
            "{\"file\":\"mv.mp4\",\"type\":\"video/mp4\",\"size\":100,\"gallery\":\"%s\"}"
                .formatted(gallery.id())));
  }

  static Optional<String> json(String field, String value) {
    return Optional.of(JSON.createObjectNode().put(field, value).toString());
  }
}
