package io.github.idols.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The API, used as the page uses it. Safe for use by several threads. Every method throws {@link
 * RefusedRequestException} where the API refuses, and other {@link IOException}s where it cannot be
 * reached.
 */
public final class StackClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int BUFFER = 1 << 16;
  private static final int PARTS_AT_ONCE = 20;

  private static final Map<String, String> PICTURE_TYPES =
      Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "webp", "image/webp");

  private final URI page;

  /** Connects to nothing yet; {@code page} as in {@code http://127.0.0.1:8787}. */
  public StackClient(URI page) {
    this.page = page;
  }

  /** A gallery or job that was made here, and what allows changing it. */
  public record Owned(String id, String secret) {}

  /**
   * A job that was made here.
   *
   * @param partSize bytes of each part but the last
   */
  public record NewJob(String id, String secret, String share, long partSize, int parts) {
    Owned owned() {
      return new Owned(id, secret);
    }
  }

  /** Whether this is the page of such a stack. */
  public boolean isThere() {
    try {
      return get("/config.json").has("api");
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes an empty gallery. */
  public Owned createGallery(String name) throws IOException {
    JsonNode made = post("/api/galleries", "", JSON.createObjectNode().put("name", name));
    return new Owned(made.path("id").asText(), made.path("secret").asText());
  }

  /**
   * Adds a person to a gallery.
   *
   * @return the person's id
   */
  public String addPerson(Owned gallery, String name) throws IOException {
    return post(
            "/api/galleries/" + gallery.id() + "/people",
            gallery.secret(),
            JSON.createObjectNode().put("name", name))
        .path("id")
        .asText();
  }

  /** Brings a person's pictures, up to 30; each is looked at some time later. */
  public void addPictures(Owned gallery, String person, List<Path> files) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    ArrayNode announced = request.putArray("pictures");
    for (Path file : files) {
      announced
          .addObject()
          .put("file", file.getFileName().toString())
          .put("type", pictureType(file))
          .put("size", Files.size(file));
    }
    JsonNode targets =
        post(
                "/api/galleries/" + gallery.id() + "/people/" + person + "/pictures",
                gallery.secret(),
                request)
            .path("pictures");
    for (int i = 0; i < files.size(); i++) {
      JsonNode target = targets.path(i);
      List<Map.Entry<String, String>> headers = new ArrayList<>();
      target
          .path("headers")
          .properties()
          .forEach(header -> headers.add(Map.entry(header.getKey(), header.getValue().asText())));
      put(
          URI.create(target.path("url").asText()),
          headers,
          files.get(i),
          0,
          Files.size(files.get(i)),
          bytes -> {});
    }
  }

  /**
   * Gives a gallery a new share link.
   *
   * @return the share's id
   */
  public String shareGallery(Owned gallery) throws IOException {
    String path = "/api/galleries/" + gallery.id() + "/share";
    return post(path, gallery.secret(), JSON.createObjectNode()).path("share").asText();
  }

  /** A gallery with its people and pictures, if it is there for this secret. */
  public Optional<GalleryStatus> gallery(Owned gallery) throws IOException {
    try {
      HttpURLConnection connection = open(page.resolve("/api/galleries/" + gallery.id()), "GET");
      authorize(connection, gallery.secret());
      return Optional.of(GalleryStatus.of(answer(connection)));
    } catch (RefusedRequestException e) {
      if (e.status() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Announces a video that is to be named by a gallery of one's own. */
  public NewJob createJob(Path video, Owned gallery) throws IOException {
    JsonNode made =
        post(
            "/api/jobs",
            gallery.secret(),
            JSON.createObjectNode()
                .put("file", video.getFileName().toString())
                .put("type", "video/mp4")
                .put("size", Files.size(video))
                .put("gallery", gallery.id()));
    return new NewJob(
        made.path("id").asText(),
        made.path("secret").asText(),
        made.path("share").asText(),
        made.path("partSize").asLong(),
        made.path("parts").asInt());
  }

  /**
   * Brings a job's video, part by part, and says that it is there.
   *
   * @param sent told how many bytes are sent
   */
  public void upload(NewJob job, Path video, LongConsumer sent) throws IOException {
    for (int first = 1; first <= job.parts(); first += PARTS_AT_ONCE) {
      ObjectNode request = JSON.createObjectNode();
      ArrayNode numbers = request.putArray("numbers");
      for (int n = first; n < first + PARTS_AT_ONCE && n <= job.parts(); n++) {
        numbers.add(n);
      }
      JsonNode parts = post("/api/jobs/" + job.id() + "/parts", job.secret(), request);
      for (JsonNode part : parts.path("parts")) {
        long from = (part.path("number").asLong() - 1) * job.partSize();
        put(
            URI.create(part.path("url").asText()),
            List.of(),
            video,
            from,
            part.path("size").asLong(),
            bytes -> sent.accept(from + bytes));
      }
    }
    post("/api/jobs/" + job.id() + "/complete", job.secret(), JSON.createObjectNode());
  }

  /** What a share link shows. */
  public VideoStatus share(String share) throws IOException {
    return VideoStatus.of(get("/api/shares/" + share));
  }

  /** Deletes a job with all that belongs to it. */
  public void deleteJob(Owned job) throws IOException {
    HttpURLConnection connection = open(page.resolve("/api/jobs/" + job.id()), "DELETE");
    authorize(connection, job.secret());
    answer(connection);
  }

  /** Reads a file, for instance a result, into another. */
  public void fetch(URI from, Path to) throws IOException {
    HttpURLConnection connection = open(from, "GET");
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw refused(connection);
    }
    try (InputStream in = connection.getInputStream();
        OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }

  private JsonNode get(String path) throws IOException {
    return answer(open(page.resolve(path), "GET"));
  }

  private JsonNode post(String path, String secret, JsonNode request) throws IOException {
    HttpURLConnection connection = open(page.resolve(path), "POST");
    if (!secret.isEmpty()) {
      authorize(connection, secret);
    }
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    byte[] body = JSON.writeValueAsBytes(request);
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    return answer(connection);
  }

  private static void authorize(HttpURLConnection connection, String secret) {
    connection.setRequestProperty("Authorization", "Bearer " + secret);
  }

  private static void put(
      URI to,
      List<Map.Entry<String, String>> headers,
      Path file,
      long from,
      long size,
      LongConsumer sent)
      throws IOException {
    HttpURLConnection connection = open(to, "PUT");
    headers.stream()
        // The connection says these itself, and does not let them be said.
        .filter(header -> !header.getKey().toLowerCase(Locale.ROOT).matches("content-length|host"))
        .forEach(header -> connection.setRequestProperty(header.getKey(), header.getValue()));
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(size);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = connection.getOutputStream()) {
      in.skipNBytes(from);
      for (long left = size; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(file + " became shorter while it was sent");
        }
        out.write(buffer, 0, read);
        left -= read;
        sent.accept(size - left);
      }
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw refused(connection);
    }
    connection.getInputStream().close();
  }

  private static HttpURLConnection open(URI address, String method) throws IOException {
    if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException(address + " is no address of the web");
    }
    connection.setRequestMethod(method);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setUseCaches(false);
    return connection;
  }

  private static JsonNode answer(HttpURLConnection connection) throws IOException {
    if (connection.getResponseCode() / 100 != 2) {
      throw refused(connection);
    }
    try (InputStream in = connection.getInputStream()) {
      return JSON.readTree(in);
    }
  }

  /** Takes the API's sentence where there is one. */
  private static RefusedRequestException refused(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    String sentence = "";
    try (InputStream in = connection.getErrorStream()) {
      if (in != null) {
        sentence = JSON.readTree(in).path("error").path("message").asText("");
      }
    } catch (JsonProcessingException e) {
      // Not the API's own answer: the status has to do.
    }
    return new RefusedRequestException(
        status,
        sentence.isEmpty() ? connection.getURL().getPath() + " answers " + status : sentence);
  }

  private static String pictureType(Path file) throws IOException {
    String name = file.getFileName().toString();
    String type =
        PICTURE_TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (type == null) {
      throw new IOException(name + " is no JPEG, PNG or WebP picture");
    }
    return type;
  }
}
