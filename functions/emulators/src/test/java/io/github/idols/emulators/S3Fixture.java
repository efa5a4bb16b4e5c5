package io.github.idols.emulators;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** An S3 on a folder with one bucket, a client, and a page's fetch. */
final class S3Fixture implements AutoCloseable {
  static final String BUCKET = "uploads";
  static final String ORIGIN = "http://127.0.0.1:8787";

  final Queue<S3ObjectCreated> created = new ConcurrentLinkedQueue<>();
  volatile Consumer<S3ObjectCreated> onCreated = created::add;
  final S3Emulator emulator;
  final S3Client s3;
  final S3Presigner presigner;

  S3Fixture(Path folder) {
    emulator =
        S3Emulator.start(
            folder,
            0,
            List.of(BUCKET),
            List.of(ORIGIN),
            object -> onCreated.accept(object),
            LocalCredentials.DEFAULT);
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                emulator.credentials().accessKey(), emulator.credentials().secretKey()));
    S3Configuration pathStyle = S3Configuration.builder().pathStyleAccessEnabled(true).build();
    s3 =
        S3Client.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.of(LocalCredentials.REGION))
            .credentialsProvider(credentials)
            .serviceConfiguration(pathStyle)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    presigner =
        S3Presigner.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.of(LocalCredentials.REGION))
            .credentialsProvider(credentials)
            .serviceConfiguration(pathStyle)
            .build();
  }

  /** A URL that lets who holds it put these many bytes of this type under this key. */
  URI signedPut(String key, long size, String type) throws Exception {
    return presigner
        .presignPutObject(
            request ->
                request
                    .signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(
                        put -> put.bucket(BUCKET).key(key).contentLength(size).contentType(type)))
        .url()
        .toURI();
  }

  /**
   * What a page's video does that a canvas is to be drawn from: a GET of a range with its origin.
   */
  HttpResponse<String> getSigned(String key, String range) throws Exception {
    URI url =
        presigner
            .presignGetObject(
                request ->
                    request
                        .signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(get -> get.bucket(BUCKET).key(key)))
            .url()
            .toURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).header("Origin", ORIGIN).header("Range", range);
    return fresh().send(request.build(), BodyHandlers.ofString());
  }

  /** What a page's {@code fetch} does: a PUT with its origin. */
  HttpResponse<String> put(URI url, byte[] bytes, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Origin", ORIGIN)
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(bytes));
    return fresh().send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> preflight(URI url, String origin, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", "content-type,range")
            .method("OPTIONS", BodyPublishers.noBody())
            .build();
    return fresh().send(request, BodyHandlers.ofString());
  }

  /** Waits for the next object that S3 told of. */
  S3ObjectCreated nextCreated() {
    Eventually.holds("S3 tells of an object", () -> !created.isEmpty());
    return created.remove();
  }

  static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Override
  public void close() {
    s3.close();
    presigner.close();
    emulator.close();
  }

  /**
   * With a connection of its own: a refused body's connection is closed, and a request that is sent
   * on it at that moment gets no answer.
   */
  private static HttpClient fresh() {
    return HttpClient.newHttpClient();
  }
}
